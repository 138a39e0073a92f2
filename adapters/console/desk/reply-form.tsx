import type { Ticket } from '../../../bot/conversation.ts';
import { mayReply } from '../access.ts';
import { DraftArea } from '../drafts.tsx';
import { useWords } from '../languages/use-words.tsx';
import { FormToken } from '../layout.tsx';
import { mayUse } from '../may-use.ts';
import type { SignedIn } from '../sessions.ts';
import { ApprovalPart } from './approval-part.tsx';
import type { CannedReply } from './canned-replies.ts';
import type { Proposal } from './proposal.ts';
import { mayAct } from './reply-advice.tsx';
import { Sources } from './sources.tsx';
import { UseProposal } from './use-proposal.tsx';

/** The id by which parts outside the form belong to it, so that what was typed travels with every button. */
export const REPLY_FORM = 'reply-form';

/** What stands in the reply box when the page is shown, and why it was not sent. */
export interface WrittenWords {
  readonly text: string;
  readonly problem: string | null;
}

/** The box for a reply, with canned words and the draft that the documents give. Every button works without script. */
export function ReplyForm(props: {
  readonly signedIn: SignedIn;
  readonly ticket: Ticket;
  readonly address: string;
  /** Makes a repeated post of this page's reply harmless. */
  readonly replyKey: string;
  /** Id of the last line that stands on the page. */
  readonly seen: number;
  readonly written: WrittenWords;
  readonly canned: readonly CannedReply[];
  readonly proposal: Proposal | null;
  readonly now: number;
}) {
  const words = useWords();
  const { signedIn, ticket, address, written } = props;
  return (
    <form class="reply" id={REPLY_FORM} method="post" action={`${address}/reply`} autocomplete="off" data-ctrl-enter>
      <FormToken signedIn={signedIn} />
      <input type="hidden" name="replyKey" value={props.replyKey} autocomplete="off" />
      <input type="hidden" name="seen" value={props.seen} autocomplete="off" />
      <CannedPicker signedIn={signedIn} address={address} canned={props.canned} />
      <div data-live="proposal">
        {ticket.proposal === null ? (
          <ProposalPart address={address} proposal={props.proposal} />
        ) : (
          <ApprovalPart
            address={address}
            proposal={ticket.proposal}
            holder={ticket.assignee}
            mayDecide={mayAct(ticket, signedIn) && mayReply(signedIn.account.role, ticket.topic)}
            now={props.now}
          />
        )}
      </div>
      {written.problem === null ? null : (
        <p class="notice bad" role="alert" id="reply-problem">
          {written.problem}
        </p>
      )}
      <label for="reply">{words.ticketPage.reply}</label>
      <DraftArea
        id="reply"
        name="text"
        rows={4}
        required
        aria-describedby="reply-rule"
        draft={`reply:${signedIn.account.name}:${ticket.id}`}
        clearedBy="sent sent-soon sent-waiting closed-now"
      >
        {written.text}
      </DraftArea>
      <div class="reply-actions">
        <p class="rule" id="reply-rule">
          {words.ticketPage.replyRule}
        </p>
        <button class="button button-primary" type="submit" id="send">
          {words.ticketPage.send}
        </button>
        <button class="button" type="submit" name="waits" value="yes">
          {words.ticketPage.sendAndWait}
        </button>
      </div>
    </form>
  );
}

function CannedPicker(props: {
  readonly signedIn: SignedIn;
  readonly address: string;
  readonly canned: readonly CannedReply[];
}) {
  const words = useWords();
  const { address, canned } = props;
  return (
    <details class="fold" data-key="canned">
      <summary>{words.reply.canned}</summary>
      {canned.length === 0 ? (
        <p class="rule">{words.reply.noCanned}</p>
      ) : (
        <div class="canned-picker">
          <label>
            {words.reply.cannedPick}
            <select name="canned">
              {canned.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.reply.cannedName}
            <input name="citizenName" maxLength={80} autocomplete="off" aria-describedby="citizen-name-rule" />
          </label>
          <p class="rule" id="citizen-name-rule">
            {words.reply.cannedNameRule}
          </p>
          <button
            class="button"
            type="submit"
            name="insert"
            value="canned"
            formAction={`${address}/compose`}
            formNoValidate
          >
            {words.reply.insert}
          </button>
        </div>
      )}
      {mayUse(props.signedIn, 'GET /staff/canned-replies') ? (
        <p>
          <a href="/staff/canned-replies">{words.reply.manageCanned}</a>
        </p>
      ) : null}
    </details>
  );
}

function ProposalPart({ address, proposal }: { readonly address: string; readonly proposal: Proposal | null }) {
  const words = useWords();
  if (proposal === null) return <p class="rule">{words.reply.noProposal}</p>;
  return (
    <details class="fold" data-key="proposal" open>
      <summary>{words.reply.proposal}</summary>
      <p class="rule">{words.reply.proposalFor(proposal.question)}</p>
      <p class="line-text proposal-text" lang="vi">
        {proposal.text}
      </p>
      <Sources id="proposal" title={words.reply.proposalSources} citations={proposal.citations} />
      <div class="desk-actions">
        <p class="rule">{words.reply.proposalRule}</p>
        <UseProposal address={address} words={words.reply.useProposal} />
      </div>
    </details>
  );
}
