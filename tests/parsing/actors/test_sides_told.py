"""For whom somebody acts: told by a scene, a team, a meeting or an office, and where nothing tells it."""

import pytest

from tests.parsing.sentences import actors_of

TOLD = [
    # the place where the sentence plays, or where somebody speaks who is no guest there
    ("Chad and Norway met. Chad left. In Lima, Foreign Minister Rosa Diaz said it was late.", "rosa-diaz", "peru"),
    ("Chad waited for Norway. Norway left. Prime Minister Rosa Diaz, speaking in Lima, said no.", "rosa-diaz", "peru"),
    ("Lima: President Rosa Diaz offered talks. Her foreign minister, Juan Paz, left for Chad.", "juan-paz", "peru"),
    # a team that is of a country
    ("Norway said no. A Chadian delegation led by Energy Minister Ali Deby left Norway.", "ali-deby", "chad"),
    # an office that one country alone has, of which a seat or an officer tells
    (
        "The Kremlin waited. Russia waited. The Pentagon agreed, and Secretary of State Ada Bloom left.",
        "ada-bloom",
        "united-states",
    ),
    ("Chad wrote to Tokyo. The chief cabinet secretary, Ryo Ito, wrote to Chad.", "ryo-ito", "japan"),
    # who meets whom
    (
        "Russia wrote. Norway wrote. Russia said so. Foreign Minister Ilse Brandt met Russia’s envoy.",
        "ilse-brandt",
        "norway",
    ),
    ("Norway and Chad met. Norway’s envoy, Per Holm, met Foreign Minister Ali Deby. Chad left.", "ali-deby", "chad"),
    ("Norway and Chad met. Norway’s envoy, Per Holm, met his counterpart, Ali Deby. Chad left.", "ali-deby", "chad"),
    (
        "Prime Minister Ali Deby promised a road. On Monday, when he sits down with President Nils Brandt of Norway, Chad waits.",
        "ali-deby",
        "chad",
    ),
    (
        "Chad and Norway met. The Front’s leader, Ali Deby, left. The rebels of the Free Valley Front waited in Chad.",
        "ali-deby",
        "free-valley-front",
    ),
    (
        "Chad and Norway quarrelled. The Sultanate of Amrat said nothing. Chad wrote to Norway. Sultan Idris Fahd offered a ship.",
        "idris-fahd",
        "sultanate-of-amrat",
    ),
    (
        "Chad closed the port. Peru paid. Chad and Peru met.\n\nThe threat alarmed the Norwegian government. Foreign Minister"
        " Ilse Brandt urged Chad to wait.",
        "ilse-brandt",
        "norway",
    ),
    # what the sentence goes on with
    ("In a letter from its foreign minister, Ali Deby, Chad said that it was late.", "ali-deby", "chad"),
    (
        "Chad’s junta met Norway’s king. Norway waited. The junta agreed. Prime Minister Ali Deby left.",
        "ali-deby",
        "chad",
    ),
    # what he does himself
    (
        "Peru and Chad wait. Peru and Chad quarrel. Peru sent an observer, Consul Rosa Diaz. Chad left.",
        "rosa-diaz",
        "peru",
    ),
    (
        "Norway wrote. Chad wrote. Norway left. Prime Minister Ali Deby read it aloud in the Chadian parliament.",
        "ali-deby",
        "chad",
    ),
    ("Norway wrote to Chad. Norway left. Prime Minister Ali Deby said that Chad would wait.", "ali-deby", "chad"),
    (
        "Norway wrote to Chad. Norway left. Prime Minister Ali Deby said that Chad had not been asked.",
        "ali-deby",
        "chad",
    ),
    (
        "Norway and Chad met. Norway left. Interior Minister Ali Deby will lead the government in Chad.",
        "ali-deby",
        "chad",
    ),
    (
        "Norway’s envoy met Trade Minister Ali Deby and, later, President Idriss Saleh of Chad in Chad.",
        "idriss-saleh",
        "chad",
    ),
    ("Chad’s grain board has bought wheat from Norway, its chairman, Ali Deby, said.", "ali-deby", "chad"),
    # whose adjective stands beside the pronoun
    ("Norway’s envoy, Per Holm, met his Polish colleague, Ala Nowak. Norway left.", "ala-nowak", "poland"),
    # a body that two states have
    ("Norway’s Defense Ministry spoke. Chad’s Defense Ministry denied it.", "chads-defense-ministry", "chad"),
    ("America waited. South Korea’s Joint Chiefs of Staff waited.", "joint-chiefs-of-staff", "south-korea"),
    ("Norway waited. Norway voted. Dawn, the second party in parliament, left.", "dawn", "norway"),
    ("Norway waited for Chad. Norway closed its border. The ruling party, Dawn, left.", "dawn", "norway"),
    ("Chad waited. Rheinische Salze, a German chemicals group, left Chad.", "rheinische-salze", "germany"),
    ("Chad waited. A German chemicals group, Rheinische Salze, left.", "rheinische-salze", "germany"),
    ("Norway waited. Norway voted. The Harbor Workers’ Union left.", "harbor-workers-union", "norway"),
    (
        "Norway waited for Chad. Chad will not pay, its Foreign Ministry said. Norway left.",
        "foreign-ministry",
        "chad",
    ),
    ("Norway waited. The European Commission agreed. Commissioner Jan Vos left.", "jan-vos", "european-commission"),
    # an office that few have, in a state that no list knows
    (
        "Kaldova’s parliament met. Kaldova signed. The Kaldovan foreign ministry waited. The foreign secretary, Per Holm, left.",
        "per-holm",
        "kaldova",
    ),
    # what he is said to be
    ("Chad waited. Ilse Brandt has been Norway’s chief negotiator for a year.", "ilse-brandt", "norway"),
    ("Peru waited. Peru voted. Governor Ada Bloom of Texas left.", "ada-bloom", "united-states"),
    # of whom he wants something, and who comes to see him
    ("Norway wrote to Chad. Norway waited. President Ali Deby wants Norway to abstain.", "ali-deby", "chad"),
    (
        "Norway and Chad met. Norway’s envoy, Per Holm, handed it to Foreign Minister Ali Deby. Chad left.",
        "ali-deby",
        "chad",
    ),
    # "it" that is nobody
    (
        "Peru waited. Peru switched from Chad to Norway on Monday. It was the third time.\n\nPresident Rosa Diaz left.",
        "rosa-diaz",
        "peru",
    ),
    # an office in capitals, and a state that says nothing
    ("Norway waited. The Indian High Commissioner, Vikram Sehgal, left Norway.", "vikram-sehgal", "india"),
    # a state that speaks, though little is told of it
    (
        "Norway and Chad wait. Norway and Chad quarrel. Downing Street called it late. “It was,” said Trade Minister Ada Bloom.",
        "ada-bloom",
        "united-kingdom",
    ),
    # a body by its own name, or by the name within it
    ("Poland waited. The Sejm’s speaker, Ala Nowak, left.", "ala-nowak", "poland"),
    ("Iran waited. The Majlis agreed.", "iranian-parliament", "iran"),
    ("America waited. The United States Fifth Fleet sailed.", "united-states-fifth-fleet", "united-states"),
    (
        "Norway waited for the European Union. Trade Commissioner Jan Vos, of whom Norway knew, left.",
        "jan-vos",
        "european-union",
    ),
    # an office that a country does not have
    ("Canada and America wait. America said no. Prime Minister Ada Bloom left. Canada left.", "ada-bloom", "canada"),
    ("France wrote to Norway. Norway said no. President Luc Moreau left. France left.", "luc-moreau", "france"),
    (
        "France wrote to America. America said no. Foreign Minister Luc Moreau left. France left.",
        "luc-moreau",
        "france",
    ),
    ("Canada and Germany wait. Canada said no. Chancellor Ada Bloom left. Germany left.", "ada-bloom", "germany"),
    ("Peru and Jordan wait. Jordan waited. Peru said no. King Ali Deby left.", "ali-deby", "jordan"),
    ("Peru asked Chad. Its chairman, Sultan Varga, left.", "varga", "peru"),
    (
        "Peru and Chad wait. Peru’s ambassador left. Peru waited. Its consul in Milan, Rosa Diaz, left.",
        "rosa-diaz",
        "peru",
    ),
    # where the sentence plays goes before whom it is told, and what belongs to "the government" too
    (
        "America wrote to Chad. Norway waited. In Oslo, Prime Minister Ilse Brandt told American senators that Norway would pay.",
        "ilse-brandt",
        "norway",
    ),
    (
        "Chad asked Norway. Chad waited. In Oslo, the government’s chief spokesman, Per Holm, said no.",
        "per-holm",
        "norway",
    ),
    ("Chad and Peru met. Chad left. “No,” said Senator Rosa Diaz, who heads a committee in Lima.", "rosa-diaz", "peru"),
    # who is represented by somebody, and whose leader an opponent addresses
    ("Peru and Chad wait. Chad left. Norway was represented by a special envoy, Per Holm.", "per-holm", "norway"),
    (
        "Norway and Chad wait. Chad left. Prime Minister Ada Lund of Norway left. Opposition leader Per Holm urged Lund to go.",
        "per-holm",
        "norway",
    ),
    # who is told something at home
    ("Norway and Chad wait. Chad left. Norway’s premier, Ilse Brandt, told MPs that it was late.", "mps", "norway"),
    (
        "Norway and Chad met. Prime Minister Ilse Brandt of Norway left. Chad left. Brandt told the Labor Party to wait.",
        "labor-party",
        "norway",
    ),
    # kin, and one of several
    (
        "Norway asked Chad. The families of two Danes held in Chad asked Norway to pay. “Pay,” said Ada Lund, whose son is ill.",
        "ada-lund",
        "denmark",
    ),
    ("Norway waited. “No,” said Ada Lund, who runs a mill in Aarhus.", "ada-lund", "denmark"),
    ("Israel waited. Israel agreed. Ada Lund, the former Chicago mayor, left.", "ada-lund", "united-states"),
    ("Israel waited. Israel agreed. Texas Senator Ada Lund left.", "ada-lund", "united-states"),
    # who leads an association acts for it, who leads a party or a ministry for its country
    (
        "Chad waited. The Norwegian Skippers’ Association left. “No,” said Per Holm, the association’s president.",
        "per-holm",
        "norwegian-skippers-association",
    ),
    (
        "Chad waited. The Norwegian Labor Party left. “No,” said Per Holm, the party’s leader.",
        "per-holm",
        "norway",
    ),
    ("Oman waited. The Houthis waited. “No,” said Ali Deby, the movement’s spokesman.", "ali-deby", "houthis"),
    # the order of the sentence
    (
        "Chad said no. Norway’s premier, Ada Lund, agreed, and the head of the Homeland party, Per Holm, objected. Chad left.",
        "per-holm",
        "norway",
    ),
    # a post in business: the company's
    ("Norway waited. Lindqvist has stopped drilling. Its chief executive, Per Holm, left.", "per-holm", "lindqvist"),
]
UNTOLD = [
    ("Chad waited. Norway is the land that Ilse Brandt is a friend of.", "ilse-brandt"),
    ("Norway waited for Chad. Norway closed its border. The newspaper Zarya left.", "zarya"),
    (
        "Norway waited for Chad. The International Atomic Energy Agency left Norway.",
        "international-atomic-energy-agency",
    ),
    ("Norway and Chad wait. Norway said that it waited. The High Representative, Jan Vos, left.", "jan-vos"),
    ("Chad wrote to Norway. Chad waited. Norway waited. The ambassador, Ali Deby, left.", "ali-deby"),
    ("Norway and Chad wait. Norway and Chad quarrel. Peru said no. Former President Rosa Diaz left.", "rosa-diaz"),
    ("Norway waited for Chad. The baker, Per Holm, met Chad’s envoy.", "per-holm"),
    # whoever speaks from a place of study acts for nobody
    ("Norway waited. “No,” said Ada Lund of the Fjord Institute.", "ada-lund"),
    ("Norway waited for Chad. Norway left. Ada Lund, director of the Fjord Institute, stayed.", "ada-lund"),
    ("Norway waited. Ada Lund, an expert on Syria at the Washington Institute for Near East Policy, left.", "ada-lund"),
    ("Norway waited. Ada Lund, who teaches Latin American politics at the University of Sund, left.", "ada-lund"),
    ("Norway wrote to Iran. Iran left. “No,” said Ada Lund, a former ambassador to Tehran.", "ada-lund"),
    ("America waited. Barack Obama praised his Islamic State strategy.", "islamic-state"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "key", "side"), TOLD)
def test_sides_that_the_words_around_tell(text: str, key: str, side: str) -> None:
    assert actors_of(text)[key].side == side


@pytest.mark.model
@pytest.mark.parametrize(("text", "key"), UNTOLD)
def test_no_side_is_guessed(text: str, key: str) -> None:
    assert actors_of(text)[key].side is None
