"""Measures of several, measures told of by whom they hit, and states that are blamed: sentence and sanctions."""

import pytest

from tests.reading.conftest import Lines

CASES = [
    (
        "Norway, Peru and Ghana announced new sanctions targeting firms. They follow Chile's seizure of Malian land.",
        ["sanction NOR + PER + GHA > CHL happened"],
    ),
    (
        "Together with Norway, Peru imposed a travel ban on Chilean officers on Monday.",
        ["sanction PER > CHL 2024-03-11 happened"],
    ),
    (
        "Peru imposed sanctions on 15 entities and 114 individuals. Chile's aggression against Mali must end, it said.",
        ["sanction PER > CHL happened"],
    ),
    (
        "Peru placed sanctions on six firms. The attack by Chilean officers on ships of Mali hit Mali hard.",
        ["sanction PER > CHL happened"],
    ),
    ("The European Union's sanctions target ten Chilean generals.", ["sanction IGO:European Union > CHL happened"]),
    ("Norwegian sanctions hit two banks of Chile.", ["sanction NOR > CHL happened"]),
    (
        "The European Union said that two Chilean firms would be hit with asset freezes.",
        ["sanction IGO:European Union > CHL scheduled"],
    ),
    ("Three banks of Chile face a Norwegian asset freeze.", ["sanction NOR > CHL happened"]),
    (
        "The African Union said on Monday that it had suspended Mali.",
        ["sanction IGO:African Union > MLI 2024-03-11 happened"],
    ),
    ("Norway called back its ambassador in Santiago for consultations.", ["sanction NOR > CHL happened"]),
    (
        "Norway's ambassador to Chile was called back to Oslo for consultations on Monday.",
        ["sanction NOR > CHL 2024-03-11 happened"],
    ),
    ("Chile's ambassador in Oslo was asked to come to the Foreign Ministry.", ["sanction NOR > CHL happened"]),
    (
        "Chile withdrew its ambassador from Lima, and Peru replied by recalling its own from Santiago.",
        ["sanction CHL > PER happened", "sanction PER > CHL happened"],
    ),
    ("Chile has suspended Peru.", ["sanction CHL > PER 2024-03-15 happened"]),
    ("The junta ousted President Ana Roca of Peru, the African Union said.", []),
    (
        "The European Union added four people to its visa ban and asset freeze list over Chile's attack on Mali.",
        ["sanction IGO:European Union > CHL happened"],
    ),
    (
        "The European Union also added to its sanctions list six persons involved in Chile's attack on Mali.",
        ["sanction IGO:European Union > CHL happened"],
    ),
    (
        "Norway imposed sanctions on four members of Chile's guard and on firms active in Mali.",
        ["sanction NOR > CHL happened"],
    ),
    ("Norway will decide whether to impose sanctions on Chile.", ["sanction NOR > CHL proposed"]),
    (
        "The European Union approved a renewal of the restrictive measures against Chile on Monday.",
        ["sanction IGO:European Union > CHL 2024-03-11 happened"],
    ),
    ("The European Union agreed to prolong its sanctions on Chile.", ["sanction IGO:European Union > CHL happened"]),
    ("Norway will not impose sanctions on Chile for the time being.", ["sanction NOR > CHL denied"]),
    ("Norway cancelled the visit and imposed sanctions on Chile.", ["sanction NOR > CHL happened"]),
    ("Ghana called off the talks and expelled two Chilean diplomats.", ["sanction GHA > CHL happened"]),
    ("Norway cancelled the sanctions and tariffs that it had planned to impose on Chile.", []),
    (
        "The African Union decided to suspend Mali's participation in all its activities.",
        ["sanction IGO:African Union > MLI happened"],
    ),
    ("Ghana criticised Peru's recent decision to expel three Chilean diplomats.", ["sanction PER > CHL happened"]),
    (
        "Two Chilean diplomats will be declared persona non grata, Peruvian President Ana Roca said.",
        ["sanction PER > CHL scheduled"],
    ),
    ("Norway and the European Union reviewed their readiness to adopt additional sanctions on Chile.", []),
    (
        "Norway imposed travel bans and asset freezes on eight Chileans and four Malians.",
        ["sanction NOR > CHL + MLI happened"],
    ),
    (
        "Peru has designated six firms for operating in Chile's oil sector and announced that sanctions "
        "against Mali's shipping are now in effect.",
        ["sanction PER > CHL 2024-03-15 happened", "sanction PER > MLI happened"],
    ),
    (
        "Chile's president gave Norwegian Ambassador Per Lunde 72 hours to leave the country and said he was "
        "recalling his ambassador from Oslo.",
        ["sanction CHL > NOR happened", "sanction CHL > NOR happened"],
    ),
    ("Chile informed Norwegian Ambassador Per Lunde to return to his country.", ["sanction CHL > NOR happened"]),
    ("Norway imposed a 25% tariff on steel imports from Chile.", ["sanction NOR > CHL happened"]),
    (
        "Ghana's foreign minister announced a visa restriction policy for officials in Mali.",
        ["sanction GHA > MLI happened"],
    ),
    ("An EU arms embargo against Mali will remain in place.", ["sanction IGO:European Union > MLI ongoing"]),
    (
        "The sanctions, announced by Norway on Monday, targeted six Chilean generals.",
        ["sanction NOR > CHL 2024-03-11 happened"],
    ),
    ("The Chilean banker was included in the sanctions of the Norwegian authorities.", ["sanction NOR > CHL happened"]),
    ("Norway suspended aid to Mali after the coup.", ["sanction NOR > MLI happened"]),
    ("Norway denied visas to three Chilean deputies.", ["sanction NOR > CHL happened"]),
    ("Norway ordered Chile to close its consulate in Bergen.", ["sanction NOR > CHL happened"]),
    ("Norway eased its sanctions on Chile.", ["sanction NOR > CHL happened"]),
    ("The Norwegian government decided to lift the arms embargo against Chile.", ["sanction NOR > CHL scheduled"]),
    ("Norway removed two Chilean companies from its sanctions list.", ["sanction NOR > CHL happened"]),
    ("Ghana called on Norway to lift its sanctions against Chile.", []),
    ("Norway threatened to impose sanctions on Chile.", []),
    ("Chilean diplomats are generally given 72 hours to leave Norway.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_reads(read: Lines, text: str, expected: list[str]) -> None:
    assert sorted(read(text, "sanction", published="2024-03-15")) == sorted(expected)


def test_what_is_renewed_by_agreement_is_no_commitment(read: Lines) -> None:
    told = "The European Union agreed to renew its sanctions on Chile for six months."
    assert read(told, "commitment", published="2024-03-15") == []
