import { actionInWords } from './audit-log/action-words.ts';

const SUBJECTS: Readonly<Record<string, string>> = { weekly: 'các ngày trong tuần', holidays: 'các ngày lễ' };

/** Words of the list of the newest changes of something. */
export const VERSION_HISTORY = {
  title: 'Thay đổi gần đây',
  none: 'Chưa được sửa lần nào.',
  unreadable: 'không đọc được',
  action: (action: string) => actionInWords(action),
  /** Names stay as they are. */
  subject: (subject: string) => SUBJECTS[subject] ?? subject.replace(/^version /, 'bản số '),
};
