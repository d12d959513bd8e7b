"""How real a claim is: constructions of English news, each in a sentence of our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import claim_at, read

pytestmark = pytest.mark.model

CASES = [
    # what was said to come, said in the past
    ("The ministry in Lusaka said it would free the Angolan pilots.", "free", "planned"),
    ("Oslo announced that it would send tents to Haiti.", "send", "planned"),
    ("Bolivia said it would free the crew and return the ship to Chile.", "return", "planned"),
    ("Fiji would withdraw its troops from Lebanon, the minister said.", "withdraw", "planned"),
    ("The premier told reporters that Malta would host talks with Libya.", "host", "planned"),
    ("Bolivia said it would free the crew if Chile lifted the embargo.", "free", "conditional"),
    ("Peru would have recalled its envoy from Caracas.", "recalled", "conditional"),
    ("The general said Sudan would have attacked Chad.", "attacked", "conditional"),
    ("Such a move would violate the treaty, and Senegal would recall its envoy from Bissau.", "recall", "conditional"),
    ("Nepal hoped that India would lift the blockade.", "lift", "possible"),
    # what is told over an aside
    (
        "When Rossi told an audience in Lima in June 2022, with Diaz sitting beside him, that Chad would not recognize "
        "Kosovo, many concluded that it was over.",
        "recognize",
        "denied",
    ),
    ("Rossi insisted that it was over, adding that Chad would expel the Libyan envoy.", "expel", "planned"),
    # what a relative clause tells is no likelier for what the sentence says of its noun
    ("Chad, which has invaded Sudan before, would likely respond with raids.", "invaded", "happened"),
    ("Chad would probably back the Front, whose leader expelled the Libyan envoy in May.", "expelled", "happened"),
    ("Chad would likely expel the Libyan envoy.", "expel", "conditional"),
    # a past that is like its present, dated long ago
    ("Chad and Togo have not met since they cut ties in 2016.", "cut", "happened"),
    # what is neither done nor said
    ("Chad has neither renewed a pact that let Mali fish nor met the Libyan envoy.", "met", "denied"),
    # purposes
    ("Canada sent engineers to repair the bridge and to arm Kosovo.", "sent", "happened"),
    ("Canada sent troops to arrest Serbian smugglers.", "arrest", "planned"),
    ("The Danish premier flew to Nuuk to meet the Icelandic president.", "meet", "planned"),
    ("Zambia deployed police to arrest Congolese miners.", "arrest", "planned"),
    ("A mission to arrest the Somali pirates left Mombasa.", "arrest", "planned"),
    ("Jordan bought missiles to attack Syria.", "attack", "planned"),
    ("Rioters forced Quito to release the detainees.", "release", "happened"),
    ("The Tongan king was the first monarch to visit Samoa.", "visit", "happened"),
    ("Ghana began to withdraw its soldiers from Mali.", "withdraw", "ongoing"),
    ("The Qatari emir was the second monarch to visit Tajikistan.", "visit", "happened"),
    # what somebody sets out to do, and what a verb carries out
    ("Laos voted in a plebiscite to annex the Cambodian island.", "annex", "planned"),
    ("Bolivian commandos raced to seize the Paraguayan fort.", "seize", "planned"),
    ("Togo mobilised to attack Benin.", "attack", "planned"),
    ("Togo may have moved to arrest the Beninese consul.", "arrest", "possible"),
    ("Togo was tempted to expel the Beninese consul.", "expel", "planned"),
    ("A vote to annex the Cambodian island was held.", "annex", "planned"),
    ("Togo was too weak to attack Benin.", "attack", "denied"),
    ("It is time for Togo to attack Benin.", "attack", "planned"),
    ("Togo will have no choice but to recall its envoy from Benin.", "recall", "planned"),
    ("Togo had no choice but to recall its envoy from Benin.", "recall", "happened"),
    ("Togo went on to attack Benin.", "attack", "happened"),
    ("Togo proceeded to expel the Beninese consul.", "expel", "happened"),
    ("Togo was made to release the Beninese pilots.", "release", "happened"),
    ("Togo helped to free the Beninese pilots.", "free", "happened"),
    ("Togo used drones to attack Benin.", "attack", "happened"),
    ("Togo was honoured to host the Beninese premier.", "host", "happened"),
    ("The assembly in Lome voted to condemn Benin.", "condemn", "happened"),
    ("Neither the envoy of Peru nor that of Chile would say who had come.", "say", "denied"),
    ("Mali would not deny the charge if it were asked.", "deny", "conditional"),
    ("Togo changed its laws, only to be sued by Benin.", "sued", "happened"),
    ("Ethiopia agreed with Kenya to build it and with nobody to share it.", "agreed", "happened"),
    # what something waits for
    ("Togo delayed the talks until Benin withdrew its troops.", "withdrew", "possible"),
    ("Togo refused to talk until Benin freed the pilots.", "freed", "possible"),
    ("Togo will not talk before Benin frees the pilots.", "frees", "possible"),
    ("Togo froze the deal pending the release of its pilots by Benin.", "release", "possible"),
    ("Togo held the town until Benin withdrew its troops.", "withdrew", "happened"),
    ("Togo left the town before Benin attacked it.", "attacked", "happened"),
    # called for
    ("The envoy said Bogota must apologise to Quito.", "apologise", "called_for"),
    ("The envoy said Bogota must apologise to Quito.", "said", "happened"),
    ("Tonga has to release the Fijian trawler.", "release", "called_for"),
    ("Protesters urged Manila to expel the Chinese envoy.", "expel", "called_for"),
    ("The council recommended that Cyprus extradite the banker to Greece.", "extradite", "called_for"),
    ("Yemen's calls for a ceasefire with Saudi Arabia went unheard.", "ceasefire", "called_for"),
    # what leads to something
    ("The tip led to the arrest of a Kenyan officer.", "arrest", "happened"),
    ("The dispute could lead to the arrest of a Kenyan officer.", "arrest", "possible"),
    ("Interpol offered money for information leading to the arrest of a Kenyan officer.", "arrest", "possible"),
    ("The quarrel may result in the expulsion of the Turkish consul.", "expulsion", "possible"),
    ("The talks will lead to the release of the Burmese monks.", "release", "planned"),
    # denied
    ("Niger denied that it had shelled the Chadian village.", "shelled", "denied"),
    ("Bahrain refused to extradite the cleric to Iraq.", "refused", "happened"),
    ("Laos left the summit without signing the treaty with Thailand.", "signing", "denied"),
    ("Armenia stopped short of recognising Abkhazia.", "recognising", "denied"),
    ("The government in Sofia ruled out sending troops to Ukraine.", "sending", "denied"),
    ("No Cuban soldier attacked the Haitian post.", "attacked", "denied"),
    ("Neither Rome nor Paris sent ships to Libya.", "sent", "denied"),
    ("Gambia has yet to ratify the treaty with Senegal.", "ratify", "denied"),
    ("Portugal is no longer sending arms to Angola.", "sending", "denied"),
    ("Sanctions have not deterred Belarus from continuing with the deportation of Poles.", "deportation", "ongoing"),
    ("Angola did not deny that it had arrested the Namibian.", "arrested", "possible"),
    ("Guinea denied reports that it had expelled the Malian consul.", "expelled", "denied"),
    ("Lome dismissed the claim that its troops had shelled the Ghanaian post.", "shelled", "denied"),
    ("Nauru rejected a report by an Australian daily that it had sold passports to Tonga.", "sold", "denied"),
    ("Eritrea denied accusations of arming the Sudanese rebels.", "arming", "denied"),
    ("Reports that Oman had deported the Iraqi writer were untrue.", "deported", "denied"),
    ("Togo did not deny reports that it had expelled the Malian consul.", "expelled", "possible"),
    ("Togo confirmed a report that it had expelled the Malian consul.", "expelled", "happened"),
    ("Eritrea denied accusations of arming the Sudanese rebels.", "accusations", "happened"),
    # possible
    ("Brunei allegedly sold gas to Myanmar.", "sold", "possible"),
    ("Kuwait is believed to have arrested the Iraqi writer.", "arrested", "possible"),
    ("It is not clear whether Belize expelled the Guatemalan envoy.", "expelled", "possible"),
    ("Rumours that Iceland had seized the British trawler worried London.", "seized", "possible"),
    ("Did Uruguay sell the rifles to Paraguay?", "sell", "possible"),
    ("Costa Rica accused Nicaragua of occupying the island.", "occupying", "possible"),
    ("Observers fear that Burundi will attack Rwanda.", "attack", "possible"),
    ("Tunisia tried to deport the Algerian journalist.", "deport", "possible"),
    # conditional
    ("Unless Bhutan reopens the pass, India will cut off aid.", "cut", "conditional"),
    ("Were Spain to recall its envoy, Morocco would retaliate.", "recall", "conditional"),
    ("Should Serbia attack, NATO would bomb Belgrade.", "bomb", "conditional"),
    ("Kyrgyzstan will free the guards only if Uzbekistan apologises.", "free", "conditional"),
    ("In case of an invasion of Taiwan, Japan would send ships.", "invasion", "conditional"),
    ("In the event of an attack on Guam, Palau would close its ports.", "attack", "conditional"),
    ("Should Serbia attack Kosovo, NATO would respond.", "attack", "conditional"),
    # a condition before a saying is of what is said, also where that is said in passing
    ("If Peru withdraws its envoy, Chile has said it will close the border.", "close", "conditional"),
    ("Should Peru attack, Chile has made clear, the air force will bomb Lima.", "bomb", "conditional"),
    ("If ties are to be restored, Chilean officials argue, it will take time.", "argue", "happened"),
    ("If Peru pays the debt and Chile lifts the ban on Bolivia, Lima will send an envoy.", "lifts", "conditional"),
    ("The envoy asked if Peru had expelled the consul of Chile.", "expelled", "possible"),
    # parts are as real as the whole, and what came before a refusal is done
    ("Peru would take further steps, including a ban on Chilean fruit.", "ban", "conditional"),
    ("Peru did not go to Lima after signing the treaty with Chile.", "signing", "happened"),
    # planned
    ("Mongolia is to host talks with Japan next week.", "host", "planned"),
    ("Latvia is about to expel the Belarusian consul.", "expel", "planned"),
    ("Georgia is going to extradite the colonel to Armenia.", "extradite", "planned"),
    ("The Kazakh president is expected to visit Ankara.", "visit", "planned"),
    ("Estonia agreed to host the Ukrainian refugees.", "host", "planned"),
    ("Kenya threatened to expel the Somali ambassador.", "expel", "possible"),
    ("Talks between Oman and Yemen are scheduled for Friday.", "Talks", "planned"),
    ("Cameroon postponed its invasion of Gabon.", "invasion", "planned"),
    # what did happen, whatever stands around it
    ("Togo expelled the Beninese envoy, who may appeal.", "expelled", "happened"),
    ("Benin condemned Togo for refusing to talk.", "condemned", "happened"),
    ("If the report is right, that is bad, but Lesotho has released the miners of Eswatini.", "released", "happened"),
    ("Hungary managed to free the hostages in Mali.", "free", "happened"),
    ("Qatar finished evacuating the Afghan judges.", "evacuating", "happened"),
    ("Vietnam and Laos signed a treaty that will cut tariffs.", "signed", "happened"),
    ("Haiti thanked Chile for sending doctors.", "sending", "happened"),
    ("Despite promises not to, Guinea arrested the Liberian fishermen.", "arrested", "happened"),
    # what was neither done nor done besides, and what somebody would not do beside what he did
    ("Togo has neither attacked nor bombed Ghana.", "attacked", "denied"),
    ("Togo has neither attacked nor bombed Ghana.", "bombed", "denied"),
    ("Togo has attacked and bombed Ghana.", "bombed", "happened"),
    ("Chad apologised but would not release the Malian drivers.", "release", "denied"),
    ("Chad would not release the Malian drivers if they fled.", "release", "conditional"),
    # as real as the brokering, and put forward though it is only weighed
    ("Oman tried to broker a truce between Chad and Mali.", "truce", "possible"),
    ("Oman brokered a truce between Chad and Mali.", "truce", "happened"),
    ("Moldova is considering a Romanian proposal.", "proposal", "happened"),
    ("Kenya is considering an attack on Somalia.", "attack", "possible"),
    # what came before is not what nobody expected
    ("When Peru freed the Chilean pilots, nobody expected an answer.", "freed", "happened"),
    ("Peru is expected to free the Chilean pilots.", "free", "planned"),
]


@pytest.mark.parametrize(("text", "word", "status"), CASES)
def test_status_of_a_construction(reader: Reader, text: str, word: str, status: str) -> None:
    assert claim_at(read(reader, text), word).status == status


ABSENT = [
    ("Peru withdrew from talks with Chile.", "talks"),
    ("Canada donated tents to assist Chad.", "assist"),
]


@pytest.mark.parametrize(("text", "word"), ABSENT)
def test_what_its_verb_has_said_is_no_claim_of_its_own(reader: Reader, text: str, word: str) -> None:
    reading = read(reader, text)
    assert word not in {claim.trigger.of(text) for claim in reading.claims}
    assert reading.claims


def test_saying_what_another_must_do_asks_it_of_them(reader: Reader) -> None:
    text = "The envoy said Bogota must apologise to Quito."
    claim = claim_at(read(reader, text), "said")
    assert (claim.type, claim.status) == ("REQUEST", "happened")
    assert claim.recipients


def test_an_abbreviated_month_is_no_complement(reader: Reader) -> None:
    reading = read(reader, "On Nov. 2 Niger called the French ambassador a liar.")
    assert "consult/verb:call+on" not in {claim.rule for claim in reading.claims}
