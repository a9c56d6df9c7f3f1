const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const auxiliaries =
  'is are was were be been am has have had do does did will would can could may might must shall should';
const auxiliary = list(auxiliaries);
/** English: a word of these, or one that may be a form of another verb, makes a line a sentence. */
const verbs = list(
  `${auxiliaries} ` +
    'beat became began bet bid bore bought bound bred broke brought built burst came cast caught chose clung cost crept cut dealt ' +
    'drank drew drove dug fed fell felt fled flew forbade forgot fought found froze gave got grew heard held hid hit hung hurt kept ' +
    'knelt knew laid lay leapt led left lent let lit lost made met misled overcame overtook paid put quit ran rang read rebuilt repaid ' +
    'rode rose said sang sank sat saw sent set shed shone shook shot shrank shut slept slid sold sought sped spent split spoke spread ' +
    'sprang stood stole strode struck stuck swam swept swore swung taught thought threw told took tore undertook understood undid ' +
    'upheld went wept withdrew withheld woke won wore wrote ' +
    'agree appear ask become begin believe bring buy call claim come continue decide deny die expect face fall fear feel find ' +
    'fight flee follow get give go hold hope keep know lead leave live look lose make mean meet move need offer open pay plan play ' +
    'prepare push raise reach remain report return rise run say see seek seem sell send show speak stand start stay stop ' +
    'support take talk tell think try turn urge vote wait walk want warn watch win work worry',
);
/** These are nouns as often: of farmers "staging a protest march" they say nothing. */
const maybeVerbs = list(
  'advance aim answer appeal arrest attack attempt award back battle benefit blame block boost campaign care cause celebrate challenge ' +
    'charge cheer claim clash climb close combat compete complain consider cope create crowd cry dance debate deliver demand detain ' +
    'develop disagree discover discuss dismiss doubt dream drink drive drop earn eat emerge end enjoy enter escape evacuate explain ' +
    'explore express fail fire force form gain gather grow halt hate head help hunt identify improve increase investigate involve ' +
    'issue join jump kick kill land launch laugh learn lie lift like line love march mark mix mourn name order own pass pick plead ' +
    'pledge point pose praise predict press produce promise protest prove provide publish question race rally recall receive recover ' +
    'refuse reject release reopen require rescue research resign respond rest resume retire reveal review risk rule rush save search ' +
    'serve share sign sit slam sleep slow smile soar spark spot stage storm strike struggle study sue suffer suggest surge survive ' +
    'suspect swap target tend test thank threaten top total trade train travel treat use visit volunteer wear welcome wish wonder write',
);
/** These end like a verb and are none. */
const noParticiple = list(
  'during according including following regarding concerning morning evening nothing something everything anything king ring spring string thing wing',
);
const english = /^[\x20-\x7E‘’“”–—…£€]+$/;
const englishWord = /(?<![\w’'])(?:the|of|on|at|near|from|with|by)(?![\w’'])/i;
const foreignWord =
  /(?<![\w’'])(?:der|die|das|und|ist|mit|nicht|eine?|den|dem|von|zu|im|am|ihr|w|z|na|i|nie|dla|do|yang|dan|di|pa|ta|e|o|que|de|la|el|les|des|ve|bir)(?![\w’'])/i;
/** What is seen: "The bridge ...", "Anna Bell ..."; no order, no question, nothing with a colon. */
const named = /^(?:(?:The|An?|Some|Two|Three|Four|Five|\d+) |[A-Z][\w’'-]+ [A-Z][\w’'-]+)[^:?!]*$/;
const word = /[\p{L}\d’'-]+/gu;
/** Longer captions have verbs of their own. */
const longest = 140;
const fewest = 4;
const participleWithin = 6;

const mayBeVerb = (said: string): boolean => {
  if (/^\p{Lu}/u.test(said)) return false;
  return verbs.has(said) || /(?:[^’']ed|[^s’'ui]s|n['’]t|['’](?:s|re|ve|ll|d|m))$/u.test(said);
};

/**
 * True if an English line has no verb in a finite form: the caption of a picture. "The capitol building.", "Farmers staging a
 * protest in the town on Sunday."
 */
export const isVerbless = (sentence: string): boolean => {
  if (sentence.length > longest || !english.test(sentence) || !englishWord.test(sentence) || foreignWord.test(sentence))
    return false;
  const words = sentence.match(word) ?? [];
  if (words.length < fewest) return false;
  if (named.test(sentence) && !words.slice(1).some((said) => mayBeVerb(said) || maybeVerbs.has(said))) return true;
  const participle = words.findIndex((said, at) => at > 0 && /\p{Ll}{2}ing$/u.test(said) && !noParticiple.has(said));
  const isPast = (said: string): boolean =>
    auxiliary.has(said.toLowerCase()) || (/^\p{Ll}/u.test(said) && (/[^e]ed$/u.test(said) || verbs.has(said)));
  const after = words.slice(participle + 1);
  return participle !== -1 && participle < participleWithin && !words.some(isPast) && !after.some(mayBeVerb);
};
