import type { ConsoleWords } from './words.ts';

/** What is told in English of kept values that cannot be read. */
export const ENGLISH_UNREADABLE: Pick<ConsoleWords, 'unreadable'> = {
  unreadable: {
    switch:
      'The switch of the assistant cannot be read, so the assistant is silent and every message goes to staff. Turn it on again on its page, or run npm run admin -- bot on.',
    calendar:
      'The calendar that is kept cannot be read, so usual office hours hold. Save the calendar again, or go back to an earlier version on its page.',
    topics:
      'The settings of topics and fixed replies cannot be read. The assistant goes by the last ones that could be, or by its own where it has just been started. Correct them here: the first change starts from its own.',
    approval:
      'The settings of approval cannot be read. The assistant goes by the last ones that could be; where it has just been started no answer waits. Save them again on their page.',
    statements:
      'The statements of the office cannot be read as a whole; only those that can be are shown and said. Word the missing ones again, or restore a backup. What cannot be read is put aside when you save.',
    admission:
      'The list of published admission tables cannot be read, so the assistant answers from documents alone. Publish the tables again, or go back to an earlier version on the page of admission tables.',
    admissionTable:
      'A published admission table cannot be read, so it is not used in answers. Publish the table of that school year again on the page of admission tables.',
    admissionDraft: 'The admission table that waits to be published cannot be read. Upload the file again.',
    history:
      'The history of changes cannot be read as a whole; only what can be is shown. The audit log still tells who changed what. History goes on from the next change.',
    canned:
      'The canned replies cannot be read as a whole; only those that can be are shown. Add the missing ones again, or restore a backup. What cannot be read is put aside when you save.',
    replyDrafts:
      'The list of closed tickets whose replies wait to be drafted cannot be read as a whole. There is nothing to do: it is written again when the next ticket is closed; tickets that were lost from it get no draft.',
    weeks:
      'The counts of weeks cannot be read as a whole, so next week is told from those that can be. They are counted again from the record at the start or within an hour, but for weeks whose words have expired.',
    radar:
      'What the radar found cannot be read as a whole; only what can be is shown. It is written again at the next look, within five minutes.',
    report:
      'The report kept of a month cannot be read. Restore a backup, or take the figures again for a new draft on the page of reports (what cannot be read is put aside). Reports of other months are not compared with this month.',
    reportFiles:
      'The archived files of a report cannot be read. What you download is made again from the approved figures and words, so its code may differ from the one in the audit log. Restore a backup for the files themselves.',
    letterhead:
      'The letterhead of reports cannot be read, so drafts bear the usual one and no report can be approved. Save the letterhead again on the page of reports.',
    trace:
      'The trace of the traffic of a channel cannot be read. There is nothing to do: it is written again with the next message of that channel.',
    zaloTokens:
      'The Zalo tokens that are kept cannot be read, so nothing is sent on Zalo. An admin of the OA has to consent again: npm run admin -- zalo authorise.',
    paidQuota:
      'The note of the last Zalo message that was not free cannot be read. There is nothing to do: it is written again with the next such message.',
    deletion:
      'The moment of a deletion request of Meta cannot be read; the deletion itself is not affected. Restore a backup to have the moment again.',
    key: 'A key that is kept with the state is damaged, so the server does not start. Restore a backup (npm run admin -- restore FILE) and do not write another key: what a key sealed opens with that key alone.',
  },
};
