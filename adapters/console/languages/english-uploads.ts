import type { Skipped } from '../../../ingest/blocks.ts';
import type { ConsoleWords } from './words.ts';

/** Why files are left out, by the code of the ingest. */
const LEFT_OUT: Readonly<Record<Skipped['reason'], string>> = {
  empty: 'The file is empty: there are no words to read.',
  'unsupported-format': 'This format cannot be read: save it as docx, pdf, html or txt, then upload it again.',
  unreadable:
    'The content cannot be read (damaged file or wrong encoding): open it in its own program, save it, then upload it again.',
  'no-text-layer':
    'This scan holds no text and this machine cannot recognise letters: upload the original docx, or a pdf with text.',
  'unsupported-picture': 'Pictures of this kind (bmp, heic, avif …) cannot be read: save it as jpg or png.',
  'no-text': 'No words can be read in the picture: photograph it straight, bright and sharp, or upload the original.',
  unfinished: 'This scan is long and not wholly recognised yet, so it is not used: start the reading again to go on.',
  'recognition-failed': 'Letters could not be recognised on this machine, or too slowly: start the reading again.',
  'garbled-text':
    'The text of this file is garbled and its pictures cannot be read with certainty: upload the original docx or a clearer scan.',
  encrypted: 'The file has a password: remove it, then upload the file again.',
  unsafe:
    'The file is unusual (it grows far too large, or declares something dangerous), so it was not opened: check where it comes from.',
  'too-large': 'The file is too large: split it, then upload the parts.',
  'too-slow': 'Reading took too long and was stopped: split the file, or open it in its own program and save it anew.',
  'too-much-memory': 'Reading needs too much memory and was stopped: split the file, then upload the parts.',
  'reader-failed': 'The reader failed on this file: open it in its own program, save it, then upload it again.',
};

/** Sentences of the ingest, which writes Vietnamese, by how they begin; `$1` is what stands at the blank. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^Đã chuyển mã (.+) sang Unicode\.$/u, 'Converted from $1 to Unicode.'],
  [/^Tệp có macro; .*$/u, 'The file has macros; they were ignored and only words and values were read.'],
  [
    /^Không đọc được trang ([\d, ]+) nên để ngoài.*$/u,
    'Page $1 could not be read and was left out: upload a clearer copy.',
  ],
  [
    /^Bỏ qua trang tính ẩn «(.+)».*$/u,
    'The hidden sheet «$1» was left out: unhide it and upload the file again if it is needed.',
  ],
  [/^Trùng nội dung với (.+): dùng chung một văn bản\.$/u, 'The same content as $1: both are one document.'],
  [
    /^Bộ mã hóa câu không chạy được.*$/u,
    'The sentence encoder does not run on this machine: the assistant searches by words alone.',
  ],
  [
    /^Tệp trong gói nén có mật khẩu.*$/u,
    'A file in the archive has a password: pack it again without one, then upload it.',
  ],
  [
    /^Đường dẫn trong gói nén.*$/u,
    'A path in the archive leads out of it, which is not safe: pack it again from its top folder.',
  ],
  [/^Tệp trong gói nén bị hỏng.*$/u, 'A file in the archive is damaged: pack it again, then upload it.'],
  [/^Gói nén lồng quá hai lớp.*$/u, 'Archives lie more than two deep: unpack them, then upload each file.'],
  [
    /^Gói nén bên trong bất thường.*$/u,
    'An archive inside is unusual (it grows far too large) and was not opened: check where it comes from.',
  ],
];

/** Words of the page on which files are uploaded in English. */
export const ENGLISH_UPLOADS: Pick<ConsoleWords, 'uploads' | 'uploadResults' | 'readerSays' | 'pageWays'> = {
  uploads: {
    title: 'Upload files',
    lead: 'The assistant answers from files uploaded here, together with those that were read by command.',
    files: 'Choose files',
    rule: 'At most 10 files at a time, 25 MB each: docx, doc, pdf, photographed pages (jpg, png), html, txt, xlsx, xls, csv or zip. No files with a password.',
    submit: 'Upload',
    unnamed: 'A file without a name',
    resultsTitle: 'What became of the files',
    problems: {
      none: 'No file was chosen.',
      many: 'At most 10 files at a time. Upload them in several goes.',
      large: 'All files together are too large (at most 60 MB at a time). Upload them in several goes, or split them.',
      broken: 'The files did not arrive whole: the connection may have broken. Try again.',
      full: 'The server has no room left, so the files were not kept: tell the administrator of the system.',
    },
    running: 'Reading files',
    waiting: 'Another reading (started by command on the server) has to end first; then this one starts by itself.',
    starting: 'The reading is being started…',
    reload: 'Look how far it is',
    steps: {
      fetch: (done, total) => `Web pages fetched: ${done} of ${total}`,
      read: (done, total) => `Files read: ${done} of ${total}`,
      page: (done, total) => `Reading page ${done} of ${total}`,
      encode: (done, total) => `Passages put into the index: ${done} of ${total}`,
    },
    ended: (when) => `The last reading ended at ${when}.`,
    outcomes: {
      switched: (documents, passages) =>
        `The assistant answers from the new index: ${documents} documents, ${passages} passages.`,
      unchanged: (documents, passages) =>
        `Nothing changed: the index still holds ${documents} documents, ${passages} passages.`,
      'nothing-indexed': () =>
        'No document could be read, so the old index stays. To stop answers from a document, withdraw it.',
      'source-missing': () =>
        'The old index stays, because a source that was read by command is no longer found on the server (a disk or folder may be disconnected). Tell the administrator of the system.',
    },
    failed:
      'The last reading did not come to its end; the old index stays. Try again; if it fails again, ask the administrator of the system to look at the log.',
    listTitle: (count) => `Uploaded files (${count})`,
    none: 'No file was uploaded here yet.',
    size: (megabytes) => `${megabytes} MB`,
    statuses: { indexed: 'In use', duplicate: 'Duplicate', skipped: 'Not read', pending: 'Not read yet' },
    passages: (count) => `${count} ${count === 1 ? 'passage' : 'passages'}`,
    pages: (count) => `${count} ${count === 1 ? 'page' : 'pages'}`,
    pagesOf: (count, way) => `${count} ${count === 1 ? 'page' : 'pages'} ${way}`,
    doubtfulPages: (pages) => `Look again at page ${pages}: what was read there may be wrong.`,
    remove: 'Remove file',
    removeLead: 'The assistant does not answer from this file any more. It can be brought back.',
    confirmRemove: 'Remove',
    removedTitle: 'Files that were removed or replaced',
    bringBack: 'Bring back',
    bringBackFile: (name) => `Bring back ${name}`,
  },
  uploadResults: {
    new: 'received',
    replaced: 'received; it takes the place of the file of that name',
    same: 'was here already, unchanged',
    size: 'The file is larger than 25 MB: split it, then upload the parts.',
    empty: LEFT_OUT.empty,
    name: 'This file name cannot be used: give the file a short name with an ending such as .docx, then upload it again.',
    presentation:
      'Presentations (PowerPoint) cannot be read: export it as pdf, or copy its words into a docx, then upload that.',
    'open-document': 'OpenDocument files (odt, ods) cannot be read: save it as docx or xlsx, then upload that.',
    'binary-sheet': 'Binary workbooks (xlsb) cannot be read: save it as xlsx, then upload that.',
    'encrypted-office': LEFT_OUT.encrypted,
    'other-binary': LEFT_OUT['unsupported-format'],
  },
  readerSays(message, reason) {
    const known: Readonly<Partial<Record<string, string>>> = LEFT_OUT;
    const byCode = reason === null ? undefined : known[reason];
    const [sentence, english] = SENTENCES.find(([pattern]) => pattern.test(message)) ?? [];
    return byCode ?? (sentence === undefined ? message : message.replace(sentence, english ?? ''));
  },
  pageWays: {
    'text-layer': 'with text of their own',
    rebuilt: 'rebuilt from the places of letters',
    ocr: 'by recognising letters',
  },
};
