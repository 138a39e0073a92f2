import type { Relation, RelationKind } from '../../../knowledge/document.ts';
import { nameOf } from '../../../knowledge/document-links.ts';
import { FIELD_LABELS, FIELDS } from '../../corrections/document-values.ts';
import { decisionInWords, detailsOf, originOf, printValue, RELATION_WORDS } from '../../corrections/document-words.ts';
import { mayEdit } from '../access.ts';
import { FormToken } from '../layout.tsx';
import { momentInWords } from '../time-words.ts';
import { DocumentActions } from './document-actions.tsx';
import type { StudiedDocument } from './document-facts.ts';
import { StateBadge } from './document-list-page.tsx';
import { DocumentPassages } from './document-passages.tsx';
import type { DocumentPage } from './document-view.ts';
import { Problem, renderKnowledgePage } from './knowledge-layout.tsx';
import { DOCUMENT_PAGE } from './vietnamese.ts';

/** Everything known about a document: fields with origins, relations, state, passages, history, and what editors may do. */
export function renderDocumentPage(page: DocumentPage): string {
  const { studied, signedIn } = page;
  const { document, validity } = studied;
  return renderKnowledgePage({
    title: nameOf(document),
    signedIn,
    view: 'documents',
    notice: page.notice,
    children: (
      <>
        <p class="back">
          <a href="/staff/documents">{DOCUMENT_PAGE.back}</a>
        </p>
        {page.typed === null ? null : <Problem>{page.typed.problem}</Problem>}
        <div class="document-head">
          <p class="rule">{[document.kind, document.number].filter(Boolean).join(' ')}</p>
          <h1>{document.title}</h1>
          <p class="document-state">
            <StateBadge validity={validity} /> <span>{page.validityLine}</span>
          </p>
          <p>
            <a href={`/van-ban/${document.id}`}>{DOCUMENT_PAGE.public}</a>
          </p>
        </div>
        <div class="columns">
          <div class="side">
            <Fields studied={studied} />
            <Relations page={page} />
          </div>
          <div class="side">
            <DocumentActions page={page} />
            <History studied={studied} />
          </div>
        </div>
        <DocumentPassages studied={studied} words={page.words} />
      </>
    ),
  });
}

function Fields({ studied: { document, read } }: { readonly studied: StudiedDocument }) {
  return (
    <section class="panel" aria-labelledby="fields-title">
      <h2 id="fields-title">{DOCUMENT_PAGE.metadata}</h2>
      <dl class="facts wide-facts">
        {FIELDS.map((field) => (
          <div key={field} class={field === 'title' ? 'long' : undefined}>
            <dt>{capital(FIELD_LABELS[field])}</dt>
            <dd>
              {printValue(field, document)} <span class="origin">{originOf(field, document, read)}</span>
            </dd>
          </div>
        ))}
        <div class="long">
          <dt>{DOCUMENT_PAGE.files}</dt>
          <dd>{document.sources.join(', ')}</dd>
        </div>
      </dl>
    </section>
  );
}

function Relations({ page }: { readonly page: DocumentPage }) {
  const { document, base } = page.studied;
  const editable = mayEdit(page.signedIn.account.role);
  const incoming = base.links.to.get(document.id) ?? [];
  const targets = [...base.links.to.values()].flat().filter((link) => link.by.id === document.id);
  return (
    <section class="panel" aria-labelledby="relations-title">
      <h2 id="relations-title">{DOCUMENT_PAGE.relations}</h2>
      {document.relations.length + incoming.length === 0 ? <p class="rule">{DOCUMENT_PAGE.noRelations}</p> : null}
      <ul class="relations">
        {document.relations.map((relation) => (
          <li key={JSON.stringify(relation)}>
            <span>
              {capital(RELATION_WORDS[relation.kind].active)}{' '}
              <DocumentLink
                name={relation.number ?? relation.name ?? ''}
                id={targets.find((link) => link.relation === relation)?.to.id ?? null}
              />{' '}
              <span class="origin">{detailsOf(relation)}</span>
            </span>
            {editable ? <DropRelation page={page} relation={relation} /> : null}
          </li>
        ))}
        {incoming.map(({ relation, by }) => (
          <li key={`${by.id} ${JSON.stringify(relation)}`}>
            <span>
              {capital(RELATION_WORDS[relation.kind].passive)} <DocumentLink name={nameOf(by)} id={by.id} />{' '}
              <span class="origin">{detailsOf(relation)}</span>
            </span>
          </li>
        ))}
      </ul>
      {editable ? <AddRelation page={page} /> : null}
    </section>
  );
}

/** A document that is held is a link. */
function DocumentLink({ name, id }: { readonly name: string; readonly id: string | null }) {
  return id === null ? <strong>{name}</strong> : <a href={`/staff/documents/${id}`}>{name}</a>;
}

function DropRelation({ page, relation }: { readonly page: DocumentPage; readonly relation: Relation }) {
  const called = relation.number ?? relation.name ?? '';
  return (
    <form method="post" action={`/staff/documents/${page.studied.document.id}/unrelate`}>
      <FormToken signedIn={page.signedIn} />
      <input type="hidden" name="version" value={page.studied.version} autocomplete="off" />
      <input type="hidden" name="kind" value={relation.kind} autocomplete="off" />
      <input type="hidden" name="other" value={called} autocomplete="off" />
      <button
        class="button small"
        type="submit"
        aria-label={DOCUMENT_PAGE.dropRelation(`${RELATION_WORDS[relation.kind].active} ${called}`)}
      >
        {DOCUMENT_PAGE.drop}
      </button>
    </form>
  );
}

function AddRelation({ page }: { readonly page: DocumentPage }) {
  const typed = page.typed?.relation;
  const kinds = Object.keys(RELATION_WORDS) as RelationKind[]; // keys of a record by that type
  return (
    <details class="fold" open={typed !== undefined}>
      <summary>{DOCUMENT_PAGE.addRelation}</summary>
      <form method="post" action={`/staff/documents/${page.studied.document.id}/relate`} autocomplete="off">
        <FormToken signedIn={page.signedIn} />
        <input type="hidden" name="version" value={page.studied.version} autocomplete="off" />
        <label for="relation-kind">{DOCUMENT_PAGE.relationKind}</label>
        <select id="relation-kind" name="kind">
          {kinds.map((kind) => (
            <option key={kind} value={kind} selected={kind === typed?.kind}>
              {RELATION_WORDS[kind].active}
            </option>
          ))}
        </select>
        <label for="relation-other">{DOCUMENT_PAGE.other}</label>
        <input id="relation-other" name="other" value={typed?.other} required aria-describedby="relation-other-rule" />
        <p class="rule" id="relation-other-rule">
          {DOCUMENT_PAGE.otherRule}
        </p>
        <label for="relation-parts">{DOCUMENT_PAGE.parts}</label>
        <input id="relation-parts" name="parts" value={typed?.parts} aria-describedby="relation-parts-rule" />
        <p class="rule" id="relation-parts-rule">
          {DOCUMENT_PAGE.partsRule}
        </p>
        <label for="relation-from">{DOCUMENT_PAGE.from}</label>
        <input id="relation-from" name="from" type="date" value={typed?.from} />
        <button class="button button-primary" type="submit">
          {DOCUMENT_PAGE.addRelation}
        </button>
      </form>
    </details>
  );
}

function History({ studied: { history, standing } }: { readonly studied: StudiedDocument }) {
  return (
    <section class="panel" aria-labelledby="history-title">
      <h2 id="history-title">{DOCUMENT_PAGE.history}</h2>
      {history.length === 0 ? <p class="rule">{DOCUMENT_PAGE.noHistory}</p> : null}
      <ol class="history">
        {history.toReversed().map((correction) => {
          const undone = correction.decision.kind !== 'undo' && !standing.includes(correction);
          return (
            <li key={`${correction.at} ${correction.decision.kind}`}>
              <p class="rule">
                {correction.by}, {momentInWords(correction.at)}
              </p>
              <p>
                {capital(decisionInWords(correction))}
                {undone ? <span class="badge">{DOCUMENT_PAGE.undone}</span> : null}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
