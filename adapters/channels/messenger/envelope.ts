import { z } from 'zod';

/**
 * Shapes of Messenger's webhook (Messenger Platform, "Webhooks" and the event reference, Graph v25–v26). What we
 * need is required; what we only carry along becomes `null` when it is absent or of a shape we do not know, so that
 * a new platform feature never costs us a citizen's message.
 */

/** Ids come as strings or numbers, depending on the page of the documentation; inside they are strings. */
const id = z.union([z.string().min(1), z.int().nonnegative()]).transform(String);
const optionalText = z.string().nullish().catch(null);
/** Milliseconds since the epoch; strings and seconds occur too. */
const time = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .transform(toMilliseconds)
  .nullish()
  .catch(null);

const party = z
  .object({ id: id.nullish().catch(null) })
  .nullish()
  .catch(null);

const attachment = z.object({
  type: z.string().catch('unknown'),
  url: optionalText,
  payload: z
    .object({
      url: optionalText,
      sticker_id: id.nullish().catch(null),
      coordinates: z.object({ lat: z.number(), long: z.number() }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

/** Outer shape: anything else is not a webhook of Meta. Entries are read one by one. */
export const envelopeSchema = z.object({ object: z.string(), entry: z.array(z.unknown()) });

/** One page's share of a delivery. The arrays may be missing; items are read one by one. */
export const entrySchema = z.object({
  id,
  time,
  messaging: z.array(z.unknown()).nullish(),
  standby: z.array(z.unknown()).nullish(),
  changes: z.array(z.unknown()).nullish(),
});

/** One event. Which of the other keys it holds says what happened. */
export const itemSchema = z.object({ sender: party, recipient: party, timestamp: time }).loose();

/** `message` of an item, a citizen's as well as an echo of one from the Page. */
export const messageSchema = z.object({
  mid: z.string().min(1).nullish(),
  text: optionalText,
  quick_reply: z.object({ payload: optionalText }).nullish().catch(null),
  attachments: z
    .array(attachment.catch({ type: 'unknown', url: null, payload: null }))
    .nullish()
    .catch(null),
  is_echo: z.boolean().nullish(),
  is_deleted: z.boolean().nullish(),
  app_id: id.nullish().catch(null),
  metadata: optionalText,
});

/** `num_edit` is a string in Meta's sample and a number in its table. */
export const editSchema = z.object({ mid: z.string().min(1), text: z.string(), num_edit: id.nullish().catch(null) });

/** `take_thread_control` and `pass_thread_control`. An idle thread had no owner; a released one has none. */
export const ownerChangeSchema = z.object({
  previous_owner_app_id: id.nullish().default(null),
  new_owner_app_id: id.nullish().default(null),
});

export const appRequestSchema = z.object({ requested_owner_app_id: id });

export const policySchema = z.object({ action: z.string().min(1), reason: optionalText });

export const reactionSchema = z.object({ action: z.string() });

/** A new comment among the changes of a Page's feed; `created_time` is in seconds. */
export const commentSchema = z.object({
  field: z.literal('feed'),
  value: z.object({
    item: z.literal('comment'),
    verb: z.literal('add'),
    comment_id: z.string().min(1),
    from: z.object({ id }),
    message: z.string(),
    created_time: time,
  }),
});

/** A tapped button. `payload` is missing on standby: it goes only to the app that sent the button. */
export const postbackSchema = z.object({
  mid: z.string().min(1).nullish(),
  title: optionalText,
  payload: optionalText,
});

/** Seconds since the epoch stay below this until the year 5138; milliseconds passed it in 1973. */
const FIRST_MILLISECONDS = 1e11;

function toMilliseconds(value: number): number {
  return value < FIRST_MILLISECONDS ? value * 1000 : value;
}
