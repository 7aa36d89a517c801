import { likelyLocale } from '../language/formatters.js';

// Android writes ar_SA.
const languageOf = (tag: string) => likelyLocale(tag.replace('_', '-')).language;

/**
 * A voice of the reader's own device for a language: the reader's choice before that of the region. Text that is read by any
 * other voice is sent to a stranger; which voices are local is the browser's word.
 */
export function localVoice(tag: string): SpeechSynthesisVoice | undefined {
  try {
    const voices = speechSynthesis
      .getVoices()
      .filter(({ localService, lang }) => localService && languageOf(lang) === languageOf(tag));
    return voices.find((voice) => voice.default) ?? voices.find(({ lang }) => lang === tag) ?? voices[0];
  } catch {
    // Some browsers, and pages, have no voices.
    return undefined;
  }
}
