import { limit, odd, unread, wrong } from './entry.js';

/** Files that cannot be read, and text that is no text. */
export const files = {
  'file-missing': unread('filen finns inte', 'the file does not exist', 'positions: { from: data/no-such.csv }'),
  'file-folder': unread('är en mapp, inte en fil', 'is a folder, not a file', 'positions: { from: data }'),
  'file-unreadable': unread('filen går inte att läsa (rättigheter?)', 'the file cannot be read (permissions?)', '—'),
  'file-outside': wrong('ligger utanför projektmappen; filer anges från projektets rot', 'is outside the project folder; files are named from the root of the project', 'positions: { from: ../../../etc/passwd }'),
  backslash: wrong('omvända snedstreck; skriv {write}', 'backslashes; write {write}', 'positions: { from: data\\positions.csv }'),
  'file-too-large': limit('filen är större än {max}', 'the file is larger than {max}', '—'),
  'too-many-files': limit('fler än {max} datafiler', 'more than {max} data files', '—'),
  'file-never-read': wrong('scenariot läser ingen sådan fil', 'the scenario reads no such file', 'files: { data/other.csv: { decimal: comma } }'),
  'too-many-layers': limit('fler än {max} scenarier bygger på varandra', 'more than {max} scenarios extend one another', '—'),
  'bases-too-large': limit('filerna som scenariot bygger på är tillsammans större än {max}', 'the files that the scenario extends are together larger than {max}', '—'),
  'not-utf8': wrong('inte UTF-8: byte {byte} på rad {at}, kolumn {column}; spara som UTF-8', 'not UTF-8: byte {byte} at line {at} column {column}; save as UTF-8', 'Västra saved as Windows-1252'),
  'control-character': wrong('ett osynligt tecken eller styrtecken är inte tillåtet här', 'an invisible or control character is not allowed here', '—'),
  'empty-file': wrong('filen är tom', 'the file is empty', '—'),
};

/** JSON files: plans and rosters made elsewhere. */
export const json = {
  'json-syntax': wrong('inte giltig JSON: {detail}', 'not valid JSON: {detail}', '{ "steps": 3, }'),
  'capacity-or-views': wrong('ange antingen capacity eller views', 'state either capacity or views', '{ "region": "A", "kind": "main" }'),
  'block-of-main': wrong('huvudhandledare och ST-tjänster hör till regionen, inte till ett block', 'main supervisors and ST posts belong to the region, not to a block', '{ "kind": "main", "block": "a" }'),
  'wrong-length': wrong('{number} tal i listan; här ska vara {due}', '{number} numbers in the list; {due} are due', '"steps": [0, 6], "positions": [3]'),
  'carry-of-unlimited': wrong('vissa antagningar är utan gräns; av dem blir inget över att behålla', 'some intakes are without limit; of those nothing is left to keep', '"positions": null, beside an intake with "positions": 2, "carry": true'),
  'carry-at-some': wrong('antingen behåller alla antagningar i regionens tjänstgöringsform det som blir över, eller ingen: annars är inte sagt vilka som fylls först, de sparade eller de nya', 'either all intakes of the region and pathway keep what is left, or none does: else it is not said which are filled first, those kept or the new ones', 'two intakes of A and AT, one with "carry": true'),
  'fillable-of-unlimited': wrong('tjänsterna är utan gräns; hur många som kan fyllas sägs av ett antal', 'the positions are without limit; how many can be filled is said of a number', '"positions": null, "fillable": 3'),
  'fillable-twice': wrong('ange antingen fillable eller fillable_of', 'state either fillable or fillable_of', '"fillable": 1, "fillable_of": [[0, 1]]'),
  'own-host': wrong('en region byter inte med sig själv', 'a region has no exchange with itself', '"exchange": [{ "home": "A", "host": "A", … }]'),
  'agreement-twice': wrong('samma hemregion, värdregion och block har redan ett avtal under samma tid', 'the same home, host and block have an agreement at the same time already', '"exchange": [{ … "from": 0, "until": 9 }, { … "from": 9, "until": 20 }]'),
  'gate-too-late': odd('ingen kan klara spärren: tjänstgöringen är som längst {longest} tidssteg', 'nobody can pass the gate: the pathway lasts at most {longest} steps', '"min_steps": 13, of a pathway of 12'),
  'gate-without-sitting': odd('ingen kan klara spärren: inget skrivningstillfälle med platser i körningen', 'nobody can pass the gate: no sitting with seats in the run', '"sittings": []'),
  'rule-of-unlimited': wrong('tjänsterna är utan gräns; en regel har inget att ändra', 'the positions are without limit; a rule has nothing to change', '"positions": null, with "decide" of the same region and pathway'),
  'rule-without-intake': odd('regionen har ingen antagning till tjänstgöringsformen; regeln ändrar inget', 'the region has no intake of the pathway; the rule changes nothing', '"intakes": [], "decide": [{ … }]'),
  'longest-too-short': odd('kortare än blocken tillsammans; {total} gäller', 'shorter than the blocks together; {total} holds', '"longest": 5, of blocks of 6'),
  'no-st-posts': odd('inga ST-tjänster i {regions}: där är varianten stängd', 'no ST posts in {regions}: the variant is closed there', '"st_post": true, without pools of kind st'),
  'of-a-later-leg': wrong('hör till en senare tjänstgöring; i den första står arrive eller initial', 'belongs to a later leg; the first has arrive or initial', '"legs": [{ "delay": 2, … }]'),
  'of-the-first-leg': wrong('hör till den första tjänstgöringen; en senare börjar köa delay tidssteg efter den förra', 'belongs to the first leg; a later one is joined delay steps after the one before', '"legs": [{ … }, { "arrive": 20, … }]'),
  'arrive-or-initial': wrong('ange antingen arrive eller initial', 'state either arrive or initial', '{ "arrive": 0, "initial": { … } }'),
  'region-same': wrong('en region kan inte heta så: i ett senare led betyder same regionen där läkaren senast var anställd', 'no region can be called this: in a later leg same means the region where the doctor was last employed', '"regions": ["same"]'),
  'nothing-left': wrong('den som inte har något kvar är inte i utbildning', 'who has nothing left is not in training', '"initial": { "left": [0, 0] }'),
  'no-lottery': wrong('ingen lottdragning för tidssteg {step}, då läkaren står i en antagning', 'no draw for step {step}, in which the doctor stands in an intake', '"lottery": {}'),
};

/** YAML that says something other than a scenario. */
export const yaml = {
  'empty-scenario': wrong('tomt scenario: filen säger ingenting', 'empty scenario: the file says nothing', '# only a comment'),
  'not-a-mapping': wrong('ett scenario är en karta av nycklar, som name: och time:', 'a scenario is a map of keys, such as name: and time:', 'hello'),
  'yaml-syntax': wrong('inte giltig YAML: {detail}', 'not valid YAML: {detail}', 'title: { sv: En'),
  tab: wrong('tabb som indrag är inte tillåtet; använd mellanslag', 'a tab as indentation is not allowed; use spaces', 'time:\\n\\tstep: month'),
  directive: wrong('direktiv är inte tillåtna', 'directives are not allowed', '%YAML 1.1'),
  'second-document': wrong('mer efter scenariots slut (--- eller ...); ett scenario är en fil', 'more after the end of the scenario (--- or ...); a scenario is one file', '---'),
  tag: wrong('taggar är inte tillåtna', 'tags are not allowed', 'seed: !foo 1'),
  'merge-key': wrong('sammanslagning (<<) stöds inte; skriv nycklarna', 'merge keys (<<) are not supported; write the keys out', '<<: *base'),
  'unknown-alias': wrong('ingen etikett (&) med det namnet står före', 'no anchor (&) of that name stands before', 'seed: *missing'),
  'alias-of-itself': wrong('en hänvisning inne i det som den hänvisar till', 'an alias inside what it refers to', 'a: &x [*x]'),
  'too-many-aliases': limit('fler än {max} hänvisningar (*)', 'more than {max} aliases (*)', 'nine levels of nine aliases'),
  'too-many-items': limit('fler än {max} rader i en lista eller karta', 'more than {max} items in a list or map', '—'),
  'too-many-parts': limit('fler än {max} ord och tecken; stora tabeller hör hemma i datafiler', 'more than {max} words and marks; large tables belong in data files', '—'),
  'too-deep': limit('nästlat djupare än {max} nivåer', 'nested deeper than {max} levels', '[[[[…]]]]'),
  'duplicate-key': wrong('nyckeln står två gånger: på rad {line} och rad {here}', 'the key stands twice: on line {line} and line {here} (duplicate name)', 'seed: 1 … seed: 2'),
  'comma-in-text': wrong('kommat avslutar texten här; hör det till texten, sätt den inom citattecken, annars saknas ett värde efter kommat', 'the comma ends the text here; if it belongs to the text, put that in quotes, otherwise a value is missing after the comma', 'title: { sv: Södra, grundfall }'),
  'key-not-text': wrong('en nyckel måste vara ett namn', 'a key must be a name', '[a, b]: 1'),
};
