"""Treebank and name files become the sentences they say."""

import gzip
from pathlib import Path

from training.lemmas import lemma_tables
from training.names import read_crossner
from training.sentence import Sentence, Word
from training.treebank import read_conllu

CONLLU = """\
# newdoc id = made-up
# global.Entity = GRP-etype
# text = Queen Ayla didn’t sail to the Isle of Reeds.
1\tQueen\tQueen\tPROPN\tNNP\tNumber=Sing\t2\tnmod:desc\t_\tEntity=(1-person-new
2\tAyla\tAyla\tPROPN\tNNP\tNumber=Sing\t5\tnsubj\t_\tEntity=1)
3-4\tdidn’t\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\tdo\tAUX\tVBD\tTense=Past|VerbForm=Fin\t5\taux\t_\t_
4\tn’t\tnot\tPART\tRB\tPolarity=Neg\t5\tadvmod\t_\t_
5\tsail\tsail\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_
6\tto\tto\tADP\tIN\t_\t8\tcase\t_\t_
7\tthe\tthe\tDET\tDT\t_\t8\tdet\t_\tEntity=(2-place-new
8\tIsle\tIsle\tPROPN\tNNP\tNumber=Sing\t5\tobl:tmod\t_\t_
9\tof\tof\tADP\tIN\t_\t10\tcase\t_\t_
10\tReeds\tReed\tPROPN\tNNPS\tNumber=Plur\t8\tnmod\t_\tEntity=(3-plant-new)2)|SpaceAfter=No
11\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# text = It rained.
1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\trained\train\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


def _stored(folder: Path, text: str) -> Path:
    path = folder / "file.gz"
    path.write_bytes(gzip.compress(text.encode()))
    return path


def _text(sentence: Sentence) -> str:
    return "".join(word.text + " " * word.space for word in sentence.words).strip()


def test_words_spaces_and_relations(tmp_path: Path) -> None:
    first, second = read_conllu(_stored(tmp_path, CONLLU))
    assert _text(first) == "Queen Ayla didn’t sail to the Isle of Reeds."
    assert [word.head for word in first.words] == [1, 4, 4, 4, 4, 7, 7, 4, 9, 7, 4]
    assert first.words[4].dep == "ROOT"
    assert first.words[7].dep == "obl:unmarked"
    assert first.words[3].morph == ""  # polarity is not kept
    assert (first.starts_paragraph, second.starts_paragraph) == (True, False)


def test_names_are_cut_down_and_titles_left_out(tmp_path: Path) -> None:
    first, second = read_conllu(_stored(tmp_path, CONLLU))
    assert first.names == ((1, 2, "PERSON"), (7, 10, "PLACE"))
    assert second.names == ()  # marked, and nothing there


def test_a_treebank_without_names_says_nothing_about_them(tmp_path: Path) -> None:
    plain = CONLLU.replace("# global.Entity = GRP-etype\n", "")
    assert [sentence.names for sentence in read_conllu(_stored(tmp_path, plain))] == [None, None]


def test_crossner_labels_and_spaces(tmp_path: Path) -> None:
    rows = "The\tO\nReed\tB-politicalparty\nParty\tI-politicalparty\n(\tO\nRP\tB-misc\n)\tO\nwon\tO\n.\tO\n"
    (sentence,) = read_crossner(_stored(tmp_path, rows))
    assert _text(sentence) == "The Reed Party (RP) won."
    assert sentence.names == ((1, 3, "ORG"), (4, 5, ""))
    assert not sentence.has_syntax


def test_lemma_tables_know_forms_and_endings() -> None:
    pairs = [("visited", "visit"), ("painted", "paint"), ("sang", "sing"), ("greeted", "greet"), ("lived", "live")]
    pairs += [("moved", "move"), ("loved", "love")]
    tables = lemma_tables([Sentence(tuple(Word(form, True, pos="VERB", lemma=lemma) for form, lemma in pairs))])
    assert tables.get_table("lemma_exc")["verb"]["sang"] == ["sing"]
    rules = tables.get_table("lemma_rules")["verb"]
    chosen = {form: next(new for old, new in rules if form.endswith(old)) for form in ("shaved", "planted")}
    ends = {form: next(old for old, _ in rules if form.endswith(old)) for form in chosen}
    assert {form: form.removesuffix(ends[form]) + new for form, new in chosen.items()} == {
        "shaved": "shave",
        "planted": "plant",
    }


def test_lemmas_of_forms_that_no_treebank_has_come_from_known_words() -> None:
    words = ["visit", "underscore", "deny", "ban", "star", "visited", "underscored", "denied", "banning", "stars"]
    tables = lemma_tables([], words)
    verbs, nouns = (tables.get_table("lemma_exc")[pos] for pos in ("verb", "noun"))
    assert [verbs[form] for form in words[5:9]] == [["visit"], ["underscore"], ["deny"], ["ban"]]
    assert nouns["stars"] == ["star"]
    assert verbs["withdrew"] == ["withdraw"]
