const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

/** Rimes without tones, as school grammars list them. */
const RIMES =
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
  ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang
  oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi
  ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uynh uyên
  uyêt uyt uyn uyu uơ ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu`.split(/\s+/);

const SYLLABLE = new RegExp(`^(?:${ONSETS.join('|')})?(?:${RIMES.join('|')})$`, 'u');
/** After gi and qu the rime may be one whose first letter the onset has taken: giêng, gì, quyết, quốc. */
const SHARED_VOWEL = /^(?:gi(?:êc|êm|ên|êng|êp|êt|êu|n)?|quôc|quy(?:ên|êt|t|nh|ch|u)?)$/u;
/** k, gh and ngh stand before e, ê and i only, c, g and ng before the other vowels. */
const MISSPELLED = /^(?:(?:ngh|gh)(?![eêi])|k(?![eêihy])|(?:c|ng)(?=[eêi])|g(?=[eê]))/u;
const STOPPED = /(?:c|ch|p|t)$/u;
const STOPPED_TONES = new Set(['\u0301', '\u0323']);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Whether letters and tone of a word (NFC) can be one Vietnamese syllable, as far as spelling goes. */
export function isVietnameseSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const tones = decomposed.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const letters = decomposed.replace(TONE, '').normalize('NFC');
  if (MISSPELLED.test(letters) || !(SYLLABLE.test(letters) || SHARED_VOWEL.test(letters))) return false;
  return tones.length === 0 || !STOPPED.test(letters) || STOPPED_TONES.has(tones[0] ?? '');
}
