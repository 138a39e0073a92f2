import { ATTACHMENT_KINDS } from '../../../bot/attachment-words.ts';
import { DELIVERY_REASONS } from '../../../bot/delivery-words.ts';
import { ERASURE_REQUESTS, NOTES_TO_STAFF } from '../../../bot/notes-to-staff.ts';
import {
  KINDS_NOT_READ,
  LEFT_OUT,
  LEFT_OUT_DETAILS,
  NOT_UNPACKED,
  READING_NOTES,
} from '../../../ingest/load/reading-words.ts';
import { MESSENGER_ALARMS, MESSENGER_CLOSED, MESSENGER_REASONS } from '../../channels/messenger/delivery-words.ts';
import { ZALO_CLOSED, ZALO_REASONS } from '../../channels/zalo/delivery-words.ts';
import { INGEST_NOTES, WEB_PROBLEMS } from '../../ingesting/ingest-words.ts';
import { UNDO } from '../desk/vietnamese.ts';

/** What other parts of the product say to staff and keep as it was said, in Vietnamese: the one source of each sentence. */
export const SAID = {
  /** Of files and pages that were read or left out. */
  reading: {
    leftOut: LEFT_OUT,
    kinds: KINDS_NOT_READ,
    archives: NOT_UNPACKED,
    notes: READING_NOTES,
    ingest: INGEST_NOTES,
    web: WEB_PROBLEMS,
    details: LEFT_OUT_DETAILS,
  },
  /** Of words to citizens that did not go out. */
  delivery: {
    takenBack: UNDO.takenBack,
    any: DELIVERY_REASONS,
    messengerWindow: MESSENGER_CLOSED,
    messenger: MESSENGER_REASONS,
    zaloWindow: ZALO_CLOSED,
    zalo: ZALO_REASONS,
  },
  /** In the place of a citizen's words. */
  notes: { any: NOTES_TO_STAFF, requests: ERASURE_REQUESTS, account: MESSENGER_ALARMS, limits: MESSENGER_REASONS },
  /** What was attached. */
  attachments: ATTACHMENT_KINDS,
} as const;

/** They are in the language of the console already. */
export const AS_SAID = {
  reading: (text: string, _reason: string | null): string => text,
  delivery: (text: string): string => text,
  note: (text: string): string => text,
  attachment: (kind: string): string => kind,
} as const;
