/**
 * Words of courtesy and address that carry no question, without diacritics. Reviewed by hand; when in doubt a word
 * stays out of this list, because rare words weigh little harm and a lost content word loses the answer.
 */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  `a ạ o ah ad admin ak anh ban bac bo cac chao chi cho con cua cung duoc da day de di do e em gi gia giup ha hay hoi
  khong la lam minh moi mot muon nay nha nhe nhi nhu neu nho oi page phai qua ra roi sao se tai the thi thoi thua
  toi ve vay va voi xin xem u va vang ma co chau be nao luon cam on rang biet can tu trong khi bi`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that ask: they help to find («bao nhiêu» stands near amounts) but no answer has to hold them. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set('ai bao nhieu nhiu may dau hoac nao sao'.split(' '));

/** Everyday words that official texts put otherwise or leave out: they help to find, but no answer has to hold them. */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  'kieu xong lay nua lau vua nhau suot ay kia xai ben vai'.split(' '),
);
