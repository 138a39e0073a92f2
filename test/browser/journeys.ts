/** What somebody comes for, from beginning to end, and the test that goes the way in a browser. */
export interface Journey {
  readonly who: 'citizen' | 'agent' | 'supervisor' | 'editor' | 'admin';
  readonly comesTo: string;
  readonly sizes: readonly ('desktop' | 'phone')[];
  /** File of this folder, and how the name of the test begins. */
  readonly file: string;
  readonly test: string;
}

const BOTH = ['desktop', 'phone'] as const;
const DESKTOP = ['desktop'] as const;
const PHONE = ['phone'] as const;

const journey = (
  who: Journey['who'],
  comesTo: string,
  sizes: Journey['sizes'],
  file: string,
  test: string,
): Journey => ({ who, comesTo, sizes, file: `${file}.test.ts`, test });

/** The journeys that people make most, and those that must not fail. */
export const JOURNEYS: readonly Journey[] = [
  journey('citizen', 'an answer with its source', BOTH, 'pages', 'answer a question on a %s'),
  journey('citizen', 'a source, a person, and a mark for them', PHONE, 'whole-product', 'answers a citizen from a'),
  journey('citizen', 'staff and back', PHONE, 'pages', 'let a citizen reach staff'),
  journey('citizen', 'an answer after the network was away', PHONE, 'pages', 'keep what was asked without'),
  journey('citizen', 'a new conversation', DESKTOP, 'pages', 'start a new conversation'),
  journey('citizen', 'the chat on a site, by keyboard alone', DESKTOP, 'widget', 'is opened, asked and closed'),
  journey('citizen', 'what staff wrote meanwhile, on the next page', PHONE, 'widget', 'covers a phone'),
  journey('citizen', 'every line once after a lost connection', DESKTOP, 'widget', 'shows each line once'),
  journey('agent', 'a child in danger, from alarm to closing', BOTH, 'whole-product', 'wakes the duty officer'),
  journey('agent', 'a new ticket that shows by itself', DESKTOP, 'inbox', 'shows a new ticket by itself'),
  journey('agent', 'a notification of an urgent ticket', DESKTOP, 'inbox', 'asks for notifications'),
  journey('agent', 'the inbox by keyboard alone', DESKTOP, 'inbox', 'can be worked by keyboard'),
  journey('agent', 'a ticket found without accents', DESKTOP, 'inbox', 'finds a ticket'),
  journey('agent', 'what came while the connection was lost', DESKTOP, 'inbox', 'says when the connection'),
  journey('agent', 'the inbox on a phone', PHONE, 'inbox', 'fits a phone'),
  journey('agent', 'a reply from the draft of the documents', DESKTOP, 'desk', 'lets staff send the draft'),
  journey('agent', 'a sound, only when wanted', DESKTOP, 'inbox', 'makes no sound'),
  journey('agent', 'a waiting answer that leaves meanwhile', DESKTOP, 'desk', 'counts a waiting'),
  journey('agent', 'a reply taken back', DESKTOP, 'desk', 'brings a reply back'),
  journey('agent', 'a colleague at the same ticket', DESKTOP, 'desk', 'tells two of staff'),
  journey('agent', 'new words of the citizen before the reply', DESKTOP, 'desk', 'holds a reply back'),
  journey('agent', 'a draft after the session has ended', DESKTOP, 'desk', 'gives a draft back'),
  journey('agent', 'a window that closes', DESKTOP, 'desk', 'counts down'),
  journey('agent', 'notes, tags and closing', PHONE, 'desk', 'keeps notes, tags and closing'),
  journey('agent', 'a desk without scripts', DESKTOP, 'desk', 'works without scripts'),
  journey('agent', 'a ready reply, written by an editor', DESKTOP, 'desk', 'lets an editor write canned'),
  journey('agent', 'a ticket passed to a colleague', PHONE, 'whole-product', 'lets a person pass'),
  journey('supervisor', 'an answer approved before it is sent', DESKTOP, 'whole-product', 'holds an answer back'),
  journey('supervisor', 'a bot that is silent', PHONE, 'whole-product', 'falls silent'),
  journey('supervisor', 'an answer of the office by two people', DESKTOP, 'whole-product', 'puts an answer'),
  journey('supervisor', 'the report of a month, approved', DESKTOP, 'whole-product', 'lets those in charge'),
  journey('supervisor', 'another calendar and back', PHONE, 'admin-pages', 'let a calendar be changed'),
  journey('supervisor', 'a reply in other words', DESKTOP, 'admin-pages', 'let a reply be worded'),
  journey('editor', 'a document corrected, uploaded and tried', BOTH, 'knowledge', 'let an editor find'),
  journey('editor', 'an upload without scripts', PHONE, 'knowledge', 'work without scripts'),
  journey('admin', 'a second factor', BOTH, 'console-security', 'lets the first admin'),
  journey('admin', 'a new user, and one locked out', BOTH, 'console-security', 'lets an admin add a user'),
];
