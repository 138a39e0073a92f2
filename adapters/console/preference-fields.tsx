import type { ConsoleWords } from './languages/words.ts';
import { LANGUAGES, type Preferences, THEMES } from './preferences.ts';

/** Theme and language, as fields of the form in the account's menu. */
export function PreferenceFields({
  chosen,
  words,
}: {
  readonly chosen: Preferences;
  readonly words: ConsoleWords['preferences'];
}) {
  return (
    <>
      <label>
        {words.theme}
        <select name="theme">
          {THEMES.map((theme) => (
            <option key={theme} value={theme} selected={theme === chosen.theme}>
              {words.themes[theme]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.language}
        <select name="language">
          {LANGUAGES.map((language) => (
            <option key={language} value={language} selected={language === chosen.language} lang={language}>
              {words.languages[language]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{words.save}</button>
    </>
  );
}
