import { UPLOAD_RESULTS } from '../knowledge/upload-words.ts';
import { ENGLISH_SAID } from './english-said.ts';
import type { ConsoleWords } from './words.ts';

/** Words of the page on which files are uploaded in English. */
export const ENGLISH_UPLOADS: Pick<ConsoleWords, 'uploads' | 'uploadResults' | 'pageWays'> = {
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
    name: 'This file name cannot be used: give the file a short name with an ending such as .docx, then upload it again.',
    empty: ENGLISH_SAID.reading(UPLOAD_RESULTS.empty, null),
    presentation: ENGLISH_SAID.reading(UPLOAD_RESULTS.presentation, null),
    'open-document': ENGLISH_SAID.reading(UPLOAD_RESULTS['open-document'], null),
    'binary-sheet': ENGLISH_SAID.reading(UPLOAD_RESULTS['binary-sheet'], null),
    'encrypted-office': ENGLISH_SAID.reading(UPLOAD_RESULTS['encrypted-office'], null),
    'other-binary': ENGLISH_SAID.reading(UPLOAD_RESULTS['other-binary'], null),
  },
  pageWays: {
    'text-layer': 'with text of their own',
    rebuilt: 'rebuilt from the places of letters',
    ocr: 'by recognising letters',
  },
};
