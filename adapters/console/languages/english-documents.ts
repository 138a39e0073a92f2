import { endedInEnglish } from './english-validity.ts';
import type { ConsoleWords } from './words.ts';

const TWO_DECIMALS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Words of the pages on documents in English. */
export const ENGLISH_DOCUMENTS: Pick<
  ConsoleWords,
  | 'documents'
  | 'valueProblems'
  | 'figure'
  | 'knowledge'
  | 'knowledgeNotices'
  | 'knowledgeRefusals'
  | 'stateFilters'
  | 'documentList'
  | 'documentPage'
  | 'documentEdit'
> = {
  documents: {
    fields: {
      number: 'number',
      kind: 'kind of document',
      title: 'title',
      issuer: 'issued by',
      territory: 'applies in',
      issuedOn: 'issued on',
      inForceFrom: 'in force from',
      inForceUntil: 'no longer in force from',
      schoolYear: 'school year',
      signer: 'signed by',
    },
    relations: {
      replaces: { active: 'replaces', passive: 'replaced by' },
      repeals: { active: 'repeals', passive: 'repealed by' },
      suspends: { active: 'suspends', passive: 'suspended by' },
      amends: { active: 'amends', passive: 'amended by' },
      guides: { active: 'guides', passive: 'guided by' },
    },
    origins: {
      text: 'read in the document',
      stated: 'stated by the file',
      number: 'derived from the number',
      'file-name': 'from the name of the file',
      corrected: 'corrected by staff',
    },
    unknown: 'unknown',
    national: 'whole country',
    states: {
      inForce: 'in force',
      changed: 'in force, changed in part',
      notYet: (day) => `not yet in force (from ${day})`,
      expired: (day) => `no longer in force (since ${day})`,
      foreign: (place) => `of another place (${place})`,
      withdrawn: 'withdrawn',
      unknown: 'not clear whether in force',
    },
    ended: endedInEnglish,
    whole: 'the whole',
    part: 'a part',
    from: (day) => `, from ${day}`,
    readAs: (value) => `; it was read as: ${value}`,
    decisions: {
      relate: (relation) => `relation added: ${relation}`,
      unrelate: (relation) => `relation removed: ${relation}`,
      confirm: 'confirmed as right',
      withdraw: 'withdrawn from answers',
      restore: 'taken back into answers',
      undo: 'the step before was undone',
      reset: 'all changes were dropped',
    },
  },
  valueProblems: {
    untilBeforeFrom: (until, from) => `${until} must be after ${from}, the day from which it is in force.`,
    day: (typed) => `“${typed}” is no day that exists; write it as 2026-01-15 or 15/01/2026.`,
    parts: (typed) =>
      `“${typed}” is no address; write it from the larger part to the smaller as “Điều 5, khoản 2”, several parted by semicolons.`,
    number: (typed) => `“${typed}” is no document number; write it in full as 58/2025/NQ-HĐND or 901/KH-UBND.`,
    title: 'It must not be empty.',
    territory: (typed) =>
      `“${typed}” is not clear; write “whole country”, a province or city (“Hà Nội”), or add its ward or commune (“Hà Nội › Ba Đình”).`,
    schoolYear: (typed) => `“${typed}” is no school year; write it as 2026-2027.`,
    signer: 'Write the full name, then the post after a comma: “Nguyễn Văn A, Phó Giám đốc”.',
    noRelation: (kind, other, held) => `This document has no relation “${kind}” to ${other}. There are: ${held}.`,
    nothingHeld: 'none',
  },
  figure: (value) => TWO_DECIMALS.format(value),
  knowledge: {
    views: 'Pages on documents',
    documents: 'List',
    uploads: 'Upload files',
    trial: 'Try a question',
  },
  knowledgeNotices: {
    set: 'Saved. The assistant uses it from the next question on.',
    unchanged: 'Nothing was changed.',
    confirm: 'Noted: what is said of this document is right.',
    withdraw: 'The document was withdrawn. The assistant does not answer from it any more.',
    restore: 'The document is used for answers again.',
    relate: 'The relation was added.',
    unrelate: 'The relation was removed.',
    undo: 'The last step was undone.',
    reset: 'All changes were dropped; the document is again as it was read.',
    stale:
      'Somebody else has just changed this document, or it was read anew, so your step was not recorded. Look at what stands below, then repeat it.',
    'nothing-to-undo': 'There is nothing left to undo.',
    'no-reason': 'Give the reason for withdrawing the document, so that colleagues know.',
    removed:
      'The file was removed and the rest is being read anew. If that was a mistake, press “Bring back” at the end of the page.',
    'brought-back': 'The file was brought back and is being read.',
    'no-file': 'This file is not here any more; a colleague may have removed it or brought it back.',
  },
  knowledgeRefusals: {
    'no-document': {
      title: 'Document not found',
      advice: 'It was removed, or its file was read anew under another address. Look for it in the list.',
    },
  },
  stateFilters: {
    'in-force': 'In force',
    'not-yet': 'Not yet in force',
    expired: 'No longer in force',
    superseded: 'Replaced or repealed',
    withdrawn: 'Withdrawn',
    unknown: 'Not clear',
    foreign: 'Of another place',
  },
  documentList: {
    title: 'Documents',
    search: 'Search number, title, issuer, file name',
    state: 'In force',
    kind: 'Kind',
    territory: 'Applies in',
    all: 'All',
    onlyDoubtful: 'Only documents to be confirmed',
    submit: 'Filter',
    clear: 'Clear filter',
    columns: {
      number: 'Number',
      title: 'Title',
      state: 'Today',
      passages: 'Passages',
      change: 'Last change',
      flags: 'Attention',
    },
    count: (shown, all) => (shown === all ? counted(all) : `${shown} of ${counted(all)}`),
    noNumber: 'No number',
    neverChanged: 'Never changed',
    changed: (by, day) => `${by}, ${day}`,
    doubt: (fields) => `To be confirmed: ${fields}`,
    confirmed: 'Confirmed',
    empty: 'No document matches',
    emptyAdvice: 'Remove some conditions or search with fewer words; no accents needed.',
  },
  documentPage: {
    back: 'List of documents',
    public: 'See it as citizens do',
    metadata: 'Details',
    files: 'Source files',
    relations: 'Relations to other documents',
    noRelations: 'No relation to another document.',
    drop: 'Remove',
    dropRelation: (relation) => `Remove the relation: ${relation}`,
    addRelation: 'Add a relation',
    relationKind: 'This document',
    chooseKind: 'Choose a kind of relation from the list.',
    other: 'Number of the other document',
    otherRule: 'In full, as 58/2025/NQ-HĐND.',
    parts: 'Parts concerned (empty: the whole)',
    partsRule: 'As in the document: “Điều 5, khoản 2; Phụ lục 1”.',
    from: 'From (empty: from when it is in force)',
    actions: 'To do',
    doubts: (fields) =>
      `The machine is not sure of: ${fields}. Compare with the original, correct what is wrong, then confirm.`,
    confirmed: (by, when) => `Confirmed by ${by} at ${when}.`,
    withdrawnBecause: (reason) => `Withdrawn because: ${reason}`,
    edit: 'Edit details',
    confirm: 'Confirm the details',
    withdraw: 'Withdraw document',
    withdrawLead: 'The assistant does not answer from it any more. It can be taken back at any time.',
    reason: 'Reason',
    restore: 'Use it for answers again',
    undo: 'Undo',
    undoWhat: (what) => `Last step: ${what}.`,
    reset: 'Drop all changes',
    resetLead: 'The document is again as it was read, and used if it was withdrawn. This can be undone.',
    history: 'History',
    noHistory: 'Nobody has changed anything.',
    undone: 'undone',
    passages: (count) => `What the assistant answers from (${count} ${count === 1 ? 'passage' : 'passages'})`,
    search: 'Search in the document',
    submitSearch: 'Search',
    found: (count, typed) => `${count} ${count === 1 ? 'passage has' : 'passages have'} “${typed}”.`,
    page: (page) => `page ${page}`,
    publicPassage: (address) => `${address}: open on the public page`,
    readOnly: 'You can read; editors and administrators can change.',
  },
  documentEdit: {
    title: 'Edit details',
    lead: 'Leave empty what the document does not tell. Only fields that you change are recorded.',
    save: 'Save',
    cancel: 'Do not save',
    wrong: 'Not saved: mend the fields that have a note below.',
    stale:
      'While you edited, somebody else changed this document, or it was read anew, so nothing was saved. What you typed is still there; look at the new values, then press Save again.',
    now: (value) => `It is now: ${value}.`,
    read: (value) => `It was read as: ${value}.`,
    rules: {
      territory: 'Write “whole country”, a province, or with its ward: “Hà Nội › Ba Đình”.',
      schoolYear: 'As 2026-2027.',
      signer: 'Full name, then the post after a comma.',
      number: 'As 58/2025/NQ-HĐND.',
    },
  },
};

function counted(count: number): string {
  return `${count} ${count === 1 ? 'document' : 'documents'}`;
}
