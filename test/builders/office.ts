import { type EditedApprovalSettings, USUAL_APPROVAL_SETTINGS } from '../../bot/approval.ts';
import type { BotSwitch } from '../../bot/bot-switch.ts';
import { USUAL_CALENDAR } from '../../bot/office-hours/calendar.ts';
import type { OfficeTime } from '../../bot/office-hours/kept-calendar.ts';
import { type TopicSettingsSource, USUAL_TOPIC_SETTINGS } from '../../bot/topic-settings.ts';

/** A bot that answers. */
export const SWITCHED_ON: Pick<BotSwitch, 'state'> = {
  state: async () => ({ off: false, thrown: null, unreadable: false }),
};

/** No answer waits for a person's yes. */
export const NO_APPROVAL: Pick<EditedApprovalSettings, 'settings'> = { settings: async () => USUAL_APPROVAL_SETTINGS };

/** Topics and replies as the product has them. */
export const USUAL_TOPICS: TopicSettingsSource = { settings: async () => USUAL_TOPIC_SETTINGS };

/** An office with the usual hours. */
export const USUAL_OFFICE: OfficeTime = { calendar: async () => USUAL_CALENDAR };
