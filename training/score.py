"""Scores a pipeline: on the treebanks' own tokens and sentences, and on raw paragraphs as at run time."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.data import DEVELOPMENT, HELD_OUT, names_for, sentences_of
from training.ends import ends_of, news_of, own_news
from training.examples import gold_doc
from training.reports import paragraphs
from training.sentence import Sentence

Scores = dict[str, float]
SPEED_PARAGRAPHS = 1500
PARSING = ("tok2vec", "tagger", "morphologizer", "parser")


def on_gold_tokens(nlp: Language, sentences: Sequence[Sentence]) -> Scores:
    """Shares of words right in tag, part of speech, lemma, head (uas) and head with relation (las).

    The pipeline gets the treebank's words and sentence bounds, and punctuation counts, as in CoNLL.
    """
    references = [gold_doc(nlp.vocab, [sentence]) for sentence in sentences]
    right: dict[str, int] = dict.fromkeys(("tag", "pos", "lemma", "verb and noun lemma", "uas", "las"), 0)
    words = content = 0
    for reference, found in zip(references, nlp.pipe(_bare(reference) for reference in references), strict=True):
        for gold, token in zip(reference, found, strict=True):
            words += 1
            right["tag"] += gold.tag == token.tag
            right["pos"] += gold.pos == token.pos
            right["lemma"] += gold.lemma == token.lemma
            right["uas"] += gold.head.i == token.head.i
            right["las"] += gold.head.i == token.head.i and gold.dep == token.dep
            if gold.pos_ in ("VERB", "NOUN"):
                content += 1
                right["verb and noun lemma"] += gold.lemma == token.lemma
    return {name: count / (content if name == "verb and noun lemma" else words) for name, count in right.items()}


def _bare(reference: Doc) -> Doc:
    words = [token.text for token in reference]
    spaces = [bool(token.whitespace_) for token in reference]
    starts: list[bool | int | None] = [True, *[False] * (len(words) - 1)]
    return Doc(reference.vocab, words=words, spaces=spaces, sent_starts=starts)


def on_paragraphs(nlp: Language, sentences: Sequence[Sentence]) -> Scores:
    """Tags, relations and sentence bounds from raw text, one paragraph of the treebank at a time."""
    scores = nlp.evaluate(_examples(nlp, _by_paragraph(sentences)))
    wanted = ("tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_p", "sents_r", "sents_f")
    return {name: scores[name] for name in wanted}


def of_names(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, Scores]:
    """Precision, recall and F of names with exact bounds, for each label and for all together."""
    with nlp.select_pipes(enable=[name for name in nlp.pipe_names if name in ("tok2vec", "ner")]):
        scores = nlp.evaluate(_examples(nlp, _by_paragraph(sentences)))
    total = {kind: scores[f"ents_{kind}"] for kind in "prf"}
    return {"all": total, **dict(sorted(scores["ents_per_type"].items()))}


def speed(nlp: Language, folder: Path) -> float:
    """Words per second of processor time, whole pipeline, tokenising included, over paragraphs of open reports."""
    texts = list(islice(paragraphs(folder), SPEED_PARAGRAPHS))
    list(nlp.pipe(texts[:100]))
    began = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=128))
    return words / (time.process_time() - began)


def _by_paragraph(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.starts_paragraph or not groups:
            groups.append([])
        groups[-1].append(sentence)
    return groups


def _examples(nlp: Language, groups: Iterable[Sequence[Sentence]]) -> list[Example]:
    references = [gold_doc(nlp.vocab, group) for group in groups]
    return [Example(nlp.make_doc(reference.text), reference) for reference in references]


def report(nlp: Language, folder: Path, held_out: bool) -> str:
    """A plain table of every score, on the development parts or, once at the end, on the held-out ones.

    Quality is that of the trained components alone, speed and ends in news those of the pipeline with dostyk's rules.
    """
    lines = [f"words per second of one core: {speed(nlp, folder):,.0f}"]
    with nlp.select_pipes(enable=[name for name in nlp.pipe_names if name in PARSING]):
        lines.append(f"of it without names, lemmas and dostyk's rules: {speed(nlp, folder):,.0f}")
    corpus = (HELD_OUT if held_out else DEVELOPMENT)[-1]
    for name, texts in ((f"news of {corpus}", news_of(sentences_of(folder, corpus))), ("own news", own_news())):
        lines.append(f"sentence ends, {name}: {ends_of(nlp, list(texts))}")
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name.startswith("dostyk_")]):
        lines += _quality(nlp, folder, held_out)
    return "\n".join(lines)


def _quality(nlp: Language, folder: Path, held_out: bool) -> list[str]:
    lines = []
    for corpus in HELD_OUT if held_out else DEVELOPMENT:
        sentences = sentences_of(folder, corpus)
        for title, scores in (("gold tokens", on_gold_tokens(nlp, sentences)), ("raw", on_paragraphs(nlp, sentences))):
            cells = "  ".join(f"{name} {100 * value:.2f}" for name, value in scores.items())
            lines.append(f"{corpus}, {title}: {cells}")
    for corpus, sentences in names_for(folder, held_out).items():
        for label, found in of_names(nlp, sentences).items():
            cells = "  ".join(f"{name} {100 * value:.2f}" for name, value in found.items())
            lines.append(f"names, {corpus}, {label}: {cells}")
    return lines
