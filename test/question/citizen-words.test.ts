import { describe, expect, it } from 'vitest';
import { CITIZEN_WORDS, officialWordsFor } from '../../knowledge/question/citizen-words.ts';
import { fold } from '../../knowledge/text/normalise.ts';

describe('citizens’ words', () => {
  it('are listed once each within a theme, folded, and never mean only themselves', () => {
    const seen = new Set<string>();
    const wrong = CITIZEN_WORDS.filter(({ theme, said, written }) => {
      const key = `${theme} ${said} ${written}`;
      const again = seen.has(key);
      seen.add(key);
      return again || said !== fold(said) || said === '' || fold(written.join(' ')) === said;
    });
    expect(wrong).toEqual([]);
  });

  it('are a few hundred', () => {
    expect(new Set(CITIZEN_WORDS.map(({ said }) => said)).size).toBeGreaterThan(300);
  });

  it('lead both ways where texts use either word', () => {
    expect(officialWordsFor(['hoc', 'cap', '2'])).toContain('trung học cơ sở');
    expect(officialWordsFor(['trung', 'hoc', 'co', 'so'])).toContain('cấp 2 cấp hai');
  });

  it('count as whole words only', () => {
    expect(officialWordsFor(['lop', 'choi'])).not.toEqual(officialWordsFor(['lop', 'choix']));
  });
});
