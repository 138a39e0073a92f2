import type { IncidentKind } from '../incidents/incident.ts';
import type { StatementKind } from '../statements/statement.ts';
import type { Priority, Topic } from '../topics.ts';
import type { ChannelId } from './channel.ts';

/** What every alarm says. Nothing in an alarm tells who a citizen is or what they wrote: it travels by open e-mail. */
interface AlarmFacts {
  /** `urgent`: somebody must act now, at night too; `warning`: on the next working day. */
  readonly severity: 'urgent' | 'warning';
  /** Alarms with the same key are one matter, which nobody is told of twice within its quiet time. */
  readonly key: string;
  /** When it happened (ms since epoch). */
  readonly at: number;
}

/** A child may be in danger: a person must read the ticket now. */
export interface CrisisTicketAlarm extends AlarmFacts {
  readonly kind: 'crisis-ticket';
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly topic: Topic | null;
  readonly priority: Priority;
  readonly channel: ChannelId;
}

/** Mail that no attempt could work on; policy has not seen it, so it may be of a child in danger. */
export interface MailGivenUpAlarm extends AlarmFacts {
  readonly kind: 'mail-given-up';
  readonly channel: ChannelId;
  readonly messages: number;
}

/** A platform warns or limits our account, or lets it send again. */
export interface AccountLimitedAlarm extends AlarmFacts {
  readonly kind: 'account-limited';
  readonly channel: ChannelId;
  /** Stable code of what happened, for example `MESSENGER_TOKEN_INVALID`. */
  readonly code: string;
}

/** The Zalo refresh token ends; then only an admin's consent lets the account send. */
export interface ZaloTokenAlarm extends AlarmFacts {
  readonly kind: 'zalo-token-ending';
  /** Whole days left; 0: consent is needed now. */
  readonly daysLeft: number;
}

/** Somebody switched a part of the product off, or on again. */
export interface KillSwitchAlarm extends AlarmFacts {
  readonly kind: 'kill-switch';
  /** The switch's stable name, for example `channel.zalo`. */
  readonly name: string;
  /** `true`: the part is stopped now; `false`: it works again. */
  readonly thrown: boolean;
}

/** Replies that staff owe and that are due soon, or that they have missed. */
export interface RepliesOwedAlarm extends AlarmFacts {
  readonly kind: 'replies-due-soon' | 'replies-missed';
  readonly tickets: readonly {
    readonly id: string;
    readonly number: number;
    /** Display name of who holds it; `null`: nobody. */
    readonly assignee: string | null;
  }[];
}

/** A matter that cannot wait came in, and nobody of staff is at the console. */
export interface NobodyOnlineAlarm extends AlarmFacts {
  readonly kind: 'nobody-online';
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly topic: Topic | null;
  readonly priority: Priority;
  readonly channel: ChannelId;
}

/** Many more people than usual write about one matter, or say thanks. */
export interface TrafficSurgeAlarm extends AlarmFacts {
  readonly kind: 'traffic-surge';
  /** Stable name of the stream, for example `matter:học phí` or `topic:rumour`. */
  readonly stream: string;
  readonly people: number;
  /** People that are usual at that time. */
  readonly expected: number;
  /** In so many minutes. */
  readonly minutes: number;
  /** Whether it is good news. */
  readonly good: boolean;
}

/** Something urgent happened at a school. */
export interface SchoolIncidentAlarm extends AlarmFacts {
  readonly kind: 'school-incident';
  readonly incidentId: string;
  readonly incident: IncidentKind;
  readonly priority: Priority;
}

/** Words of the office itself wait for the spokesperson to let them out. */
export interface StatementWaitsAlarm extends AlarmFacts {
  readonly kind: 'statement-waits';
  readonly statementId: string;
  readonly statement: StatementKind;
}

/** Somebody types codes for linking conversations that stand nowhere, so many that none is taken for a while. */
export interface CodesGuessedAlarm extends AlarmFacts {
  readonly kind: 'codes-guessed';
  /** Wrong codes within an hour. */
  readonly wrong: number;
}

/** Shows that alarms arrive. */
export interface TestAlarm extends AlarmFacts {
  readonly kind: 'test';
}

/** Everything a duty officer is woken for. */
export type Alarm =
  | CrisisTicketAlarm
  | MailGivenUpAlarm
  | AccountLimitedAlarm
  | ZaloTokenAlarm
  | KillSwitchAlarm
  | RepliesOwedAlarm
  | NobodyOnlineAlarm
  | TrafficSurgeAlarm
  | SchoolIncidentAlarm
  | StatementWaitsAlarm
  | CodesGuessedAlarm
  | TestAlarm;

/** Whom an alarm goes to. */
export type AlarmRecipient =
  | { readonly way: 'email'; readonly address: string }
  /** There is one webhook; its address holds a secret often, so it is not named. */
  | { readonly way: 'webhook' };

/** Why an alarm did not reach a recipient. */
export type AlarmFailureReason =
  /** No connection, or it broke off. */
  | 'unreachable'
  | 'timeout'
  /** The server does not take our name and password. */
  | 'authentication'
  /** The server's certificate is not trusted, or it offers no encryption for a password. */
  | 'encryption'
  /** The server asks to come back later. */
  | 'busy'
  /** The server does not take the message or the recipient. */
  | 'refused'
  /** The webhook sends to another address; alarms do not follow. */
  | 'redirected'
  /** The program stopped before the alarm got through. */
  | 'stopped';

/** A recipient that an alarm did not reach. */
export interface AlarmFailure {
  readonly to: AlarmRecipient;
  readonly reason: AlarmFailureReason;
  /** Reply code of SMTP or status of HTTP; `null` where there was none. */
  readonly status: number | null;
  /** Whether the same alarm may get through later; it was tried for minutes already. */
  readonly retryable: boolean;
}

/** What became of an alarm. All three lists are empty where no recipient is set. */
export interface AlarmOutcome {
  readonly delivered: readonly AlarmRecipient[];
  /** Told of the same matter within its quiet time, so not told again. */
  readonly suppressed: readonly AlarmRecipient[];
  readonly failed: readonly AlarmFailure[];
}

/** Wakes the office's duty officer. */
export interface Alarms {
  /**
   * Tells everybody set, and tries again for a few minutes where that may help. Never rejects. Raising an alarm again
   * tells only those whom it did not reach. Alarms of one key that is under way already share its outcome.
   */
  raise(alarm: Alarm): Promise<AlarmOutcome>;
}
