import { recogniseSaid } from './recognise-said.ts';
import { type AS_SAID, SAID } from './said.ts';
import type { Translated } from './translated.ts';

const READING: Translated<typeof SAID.reading> = {
  leftOut: {
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
    'too-slow':
      'Reading took too long and was stopped: split the file, or open it in its own program and save it anew.',
    'too-much-memory': 'Reading needs too much memory and was stopped: split the file, then upload the parts.',
    'reader-failed': 'The reader failed on this file: open it in its own program, save it, then upload it again.',
  },
  kinds: {
    presentation:
      'Presentations (PowerPoint) cannot be read: export it as pdf, or copy its words into a docx, then upload that.',
    'open-document': 'OpenDocument files (odt, ods) cannot be read: save it as docx or xlsx, then upload that.',
    'binary-sheet': 'Binary workbooks (xlsb) cannot be read: save it as xlsx, then upload that.',
    zip: 'An archive in an archive, or a damaged one: unpack it, then upload each file.',
    officeXml: 'Office XML files of 2003 cannot be read: save it as docx or xlsx, then upload that.',
  },
  archives: {
    encrypted: 'A file in the archive has a password: pack it again without one, then upload it.',
    outside: 'A path in the archive leads out of it, which is not safe: pack it again from its top folder.',
    damaged: 'A file in the archive is damaged: pack it again, then upload it.',
    tooDeep: 'Archives lie more than two deep: unpack them, then upload each file.',
    unsafe: 'An archive inside is unusual (it grows far too large) and was not opened: check where it comes from.',
  },
  notes: {
    converted: (encoding) => `Converted from ${encoding} to Unicode.`,
    broken: (count) =>
      `Broken characters in the file: ${count}; each was replaced by the sign \ufffd. Compare it with the original.`,
    documentMacros: 'The file has macros; they were ignored and only the words were read.',
    workbookMacros: 'The file has macros; they were ignored and only the values of cells were read.',
    hiddenSheet: (name) =>
      `The hidden sheet «${name}» was left out: unhide it and upload the file again if it is needed.`,
    pagesLeft: (pages) => `Page ${pages} could not be read and was left out: upload a clearer copy.`,
  },
  ingest: {
    duplicateOf: (file) => `The same content as ${file}: both are one document.`,
    noVectors: 'The sentence encoder does not run on this machine: the assistant searches by words alone.',
    keptCopy: (address, why) => `The earlier copy of ${address} is used: ${why}`,
    notRegular: 'It is no regular file (a pipe or a device), so it was not read.',
    overLimit: 'The file is larger than 50 MB: split it, then upload the parts.',
    notOpened: 'The file could not be opened: check its path and the right to read it.',
  },
  web: {
    robotsUnreadable: 'The robots.txt of the site cannot be read.',
    robotsRefuse: 'The site does not allow automatic reading (robots.txt).',
    redirects: 'The address redirects too many times.',
    slow: 'The site answers too slowly.',
    unreachable: 'The site cannot be reached.',
    notWeb: 'Only http and https addresses can be read.',
    credentials: 'The address must not hold a log-in name or a password.',
    hostNotListed: (host) => `The host ${host} is not in the setting INGEST_HOSTS: add it there if it can be trusted.`,
    status: (status) => `The server answered ${status}.`,
    large: (megabytes) => `The file on the site is larger than ${megabytes} MB.`,
    manyPages: (read, listed) => `Only ${read} of ${listed} addresses were read: name smaller sections.`,
    gone: 'The page is no longer on the server (404).',
  },
  details: {
    oldWord: 'Word 95 or older',
    pagesRead: (read, pages) => `${read} of ${pages} pages read`,
    pagesOf: (count, pages) => `${count} of ${pages} pages`,
    pages: (count) => `${count} pages`,
    pixels: (width, height) => `${width} × ${height} pixels`,
    withDetail: (why, detail) => `${why} (${detail})`,
  },
};

const DELIVERY: Translated<typeof SAID.delivery> = {
  takenBack: 'Taken back before it was sent.',
  any: {
    takenOver: 'Staff had taken over the conversation.',
    unconfirmed: 'The platform did not confirm it after several attempts.',
    gaveUp: (why) => `It was tried many times without success. ${why}`,
    empty: 'The message has nothing in it to send.',
    channelOff: 'This channel is switched off in the settings.',
  },
  messengerWindow: {
    neverWrote:
      'The citizen has not written to the page yet, so Messenger does not let us write. Wait for them to write first, or telephone.',
    bot: 'More than 24 hours have passed since the last message of the citizen, so the assistant may not write any more. Staff still may, for 7 days from that message on.',
    everybody:
      'More than 7 days have passed since the last message of the citizen, so Messenger does not let us write. Wait for them to write again, or telephone.',
  },
  messenger: {
    windowClosed:
      'Messenger refused it because too much time has passed since the last message of the citizen. Wait for them to write again.',
    personUnavailable:
      'The citizen cannot get messages of the page now (they may have blocked it, or closed their account).',
    appNotApproved: 'Meta has not approved the app for messages to citizens yet. Tell the administrator.',
    pageRestricted:
      'Meta has restricted the page from sending messages for now. Tell the administrator to look at Page Quality.',
    tokenInvalid:
      'The access token of the Facebook page does not count any more, so nothing was sent. Tell the administrator to issue a new one.',
    tagRemoved: 'Messenger does not accept messages of this kind any more. Tell the administrator.',
    recipientUnknown: 'Messenger does not find the recipient. The account may have been deleted.',
    permissionMissing: 'The Messenger app may not send this message. Tell the administrator.',
    heldByAnotherApp:
      'Another app (mostly the inbox of the page) holds the conversation. Reply in the inbox of the page, or hand it to the assistant and send again.',
    commentAnswered: 'A comment can be answered in private only once. Wait for the citizen to write to the page.',
    refused: 'Messenger refused the message. Tell the administrator.',
    unreachable: 'Messenger could not be reached.',
    lost: 'The connection to Messenger was lost before it answered.',
    unreadable: 'Messenger took the message, but its answer could not be read.',
    unconfirmed: (mark) => `Messenger has not confirmed it yet (code ${mark}).`,
    rateLimited: (mark) => `Messenger limits how fast we may send (code ${mark}).`,
    temporary: (mark) => `Messenger has trouble for the moment (code ${mark}).`,
    withCode: (why, mark) => `${why} (code ${mark})`,
  },
  zaloWindow: {
    neverWrote: 'The citizen has not written to the OA yet, so nothing can be sent; wait for them to write first.',
    bot: 'More than 48 hours have passed since the last message of the citizen: the assistant sends nothing that costs a fee. Staff still may reply, for 7 days.',
    everybody:
      'More than 7 days have passed since the last message of the citizen: Zalo does not let us write. The message is kept; reach them in another way.',
  },
  zalo: {
    notFollowing: 'The citizen does not follow the OA any more, so Zalo does not let it through.',
    blocked: 'The citizen has blocked messages of the OA.',
    inactive: 'The Zalo account of the citizen is locked, or was not used for more than 45 days.',
    sevenDays: 'The citizen has not written to the OA for 7 days, so Zalo does not let it through.',
    noInteraction: 'The citizen has not been in touch with the OA, or too long ago, so Zalo does not let it through.',
    restricted: 'The citizen does not allow messages of this kind from the OA.',
    officeQuota: 'The OA has used up its quota of messages; buy more, or wait for the next period.',
    citizenQuota: 'This citizen has had all the messages that the OA may send them.',
    content: 'Zalo refused the words by the standards of the platform.',
    night: 'Zalo does not send messages of this kind between 22:00 and 6:00.',
    adminNeeded: (mark) => `An administrator has to look at the rights of the app and the package of the OA (${mark}).`,
    unconfirmed: (mark) => `Zalo has not confirmed it yet (${mark}).`,
    rateLimited: (mark) => `Zalo limits how often we may send; it is sent again later (${mark}).`,
    temporary: (mark) => `Zalo cannot send for the moment; it is sent again (${mark}).`,
    refused: (mark) => `Zalo refused the message. Tell the administrator (${mark}).`,
    unreachable: 'Zalo could not be reached.',
    lost: 'The connection to Zalo was lost before it answered.',
    consentNeeded: 'An administrator of the OA has to give the app its rights again.',
    oauthUnreachable: 'The service of Zalo that gives rights could not be reached.',
    code: (code) => `code ${code}`,
    withMark: (why, mark) => `${why} (${mark})`,
  },
};

const NOTES: Translated<typeof SAID.notes> = {
  any: {
    withoutWords: '(a message without words)',
    attachment: '(an attached file)',
    takenBack: '(the citizen took this message back)',
    erased: '(erased at the request of the citizen)',
    spokeInPageInbox: 'Staff replied from the inbox of the page.',
    claimedInPageInbox: 'Staff took the conversation in the inbox of the page.',
    unworkable: 'Something that the channel told could not be worked on. Open the conversation there to see it.',
    gaveUp: (words) => `The assistant failed several times on this message, so it is not answered yet: ${words}`,
    erasureUnderHold: (request, code) =>
      `(${request}. The data is held, so it is not erased yet; it is erased by itself when the hold ends. Code ${code}.)`,
    erasureUnderTicket: (request, code) =>
      `(${request}. This ticket is being worked on, so the data is kept; closing the ticket erases it. Code ${code}.)`,
    erasureOfUnknown: (code) =>
      `Somebody asked the platform to have their data erased, but no conversation has the user id of the request. Look for them by what they tell of themselves, then erase; closing the ticket notes that it was done. Code ${code}.`,
  },
  requests: {
    citizen: 'The citizen asked that their data be erased',
    platform: 'The citizen withdrew their consent on the platform and asked that their data be erased',
    staff: 'Staff asked that the data of the citizen be erased',
  },
  account: {
    warning:
      'Meta warns the page about how it sends messages. An administrator opens Page Quality in the Meta Business Suite to see why, and to appeal.',
    block:
      'Meta has stopped the page from sending messages. An administrator opens Page Quality in the Meta Business Suite to see why, and to appeal.',
    unblock: 'Meta has lifted the block; the page can send messages again.',
    notice: (action) => `Meta tells about its policy: ${action}.`,
    withReason: (alarm, reason) => `${alarm} Reason of Meta: ${reason}`,
  },
  limits: DELIVERY.messenger,
};

const ATTACHMENTS: Translated<typeof SAID.attachments> = {
  image: 'picture',
  gif: 'moving picture',
  video: 'video',
  audio: 'voice message',
  file: 'file',
  sticker: 'sticker',
  location: 'place',
  fallback: 'link',
  link: 'link',
  post: 'shared post',
  reel: 'shared video',
  other: 'attached file',
};

const reading = recogniseSaid(SAID.reading, READING);
const delivery = recogniseSaid(SAID.delivery, DELIVERY);
const note = recogniseSaid(SAID.notes, NOTES);
const attachment = recogniseSaid(SAID.attachments, ATTACHMENTS);
/** What older programs said otherwise is told by its code. */
const LEFT_OUT: Readonly<Partial<Record<string, string>>> = READING.leftOut;

/** What other parts of the product said in Vietnamese, in English; words of people stay as they are. */
export const ENGLISH_SAID: Translated<typeof AS_SAID> = {
  reading: (text, reason) => reading(text) ?? (reason === null ? undefined : LEFT_OUT[reason]) ?? text,
  delivery: (text) => delivery(text) ?? text,
  note: (text) => note(text) ?? text,
  attachment: (kind) => attachment(kind) ?? kind,
};
