import type { Relation, RelationKind } from '../../../knowledge/document.ts';
import { nameOf } from '../../../knowledge/document-links.ts';
import { capitaliseFirst } from '../../../knowledge/text/first-letter.ts';
import { FIELDS } from '../../corrections/document-values.ts';
import { decisionInWords, detailsOf, originOf, printValue } from '../../corrections/document-words.ts';
import { mayEdit } from '../access.ts';
import { useWords } from '../languages/use-words.tsx';
import { wordsIn } from '../languages/words-in.ts';
import { FormToken } from '../layout.tsx';
import { momentInWords } from '../time-words.ts';
import { DocumentActions } from './document-actions.tsx';
import type { StudiedDocument } from './document-facts.ts';
import { StateBadge } from './document-list-page.tsx';
import { DocumentPassages } from './document-passages.tsx';
import type { DocumentPage } from './document-view.ts';
import { Problem, renderKnowledgePage } from './knowledge-layout.tsx';

/** Everything known about a document: fields with origins, relations, state, passages, history, and what editors may do. */
export function renderDocumentPage(page: DocumentPage): string {
  const words = wordsIn(page.signedIn.preferences.language);
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
          <a href="/staff/documents">{words.documentPage.back}</a>
        </p>
        {page.typed === null ? null : <Problem>{page.typed.problem}</Problem>}
        <div class="document-head">
          <p class="rule" lang="vi">
            {[document.kind, document.number].filter(Boolean).join(' ')}
          </p>
          <h1 lang="vi">{document.title}</h1>
          <p class="document-state">
            <StateBadge validity={validity} /> <span>{page.validityLine}</span>
          </p>
          <p>
            <a href={`/van-ban/${document.id}`}>{words.documentPage.public}</a>
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
  const words = useWords();
  return (
    <section class="panel" aria-labelledby="fields-title">
      <h2 id="fields-title">{words.documentPage.metadata}</h2>
      <dl class="facts wide-facts">
        {FIELDS.map((field) => (
          <div key={field} class={field === 'title' ? 'long' : undefined}>
            <dt>{capitaliseFirst(words.documents.fields[field])}</dt>
            <dd>
              {printValue(field, document, words.documents)}{' '}
              <span class="origin">{originOf(field, document, read, words.documents)}</span>
            </dd>
          </div>
        ))}
        <div class="long">
          <dt>{words.documentPage.files}</dt>
          <dd lang="vi">{document.sources.join(', ')}</dd>
        </div>
      </dl>
    </section>
  );
}

function Relations({ page }: { readonly page: DocumentPage }) {
  const words = useWords();
  const { document, base } = page.studied;
  const editable = mayEdit(page.signedIn.account.role);
  const incoming = base.links.to.get(document.id) ?? [];
  const targets = [...base.links.to.values()].flat().filter((link) => link.by.id === document.id);
  return (
    <section class="panel" aria-labelledby="relations-title">
      <h2 id="relations-title">{words.documentPage.relations}</h2>
      {document.relations.length + incoming.length === 0 ? <p class="rule">{words.documentPage.noRelations}</p> : null}
      <ul class="relations">
        {document.relations.map((relation) => (
          <li key={JSON.stringify(relation)}>
            <span>
              {capitaliseFirst(words.documents.relations[relation.kind].active)}{' '}
              <DocumentLink
                name={relation.number ?? relation.name ?? ''}
                id={targets.find((link) => link.relation === relation)?.to.id ?? null}
              />{' '}
              <span class="origin">{detailsOf(relation, words.documents)}</span>
            </span>
            {editable ? <DropRelation page={page} relation={relation} /> : null}
          </li>
        ))}
        {incoming.map(({ relation, by }) => (
          <li key={`${by.id} ${JSON.stringify(relation)}`}>
            <span>
              {capitaliseFirst(words.documents.relations[relation.kind].passive)}{' '}
              <DocumentLink name={nameOf(by)} id={by.id} />{' '}
              <span class="origin">{detailsOf(relation, words.documents)}</span>
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
  const words = useWords();
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
        aria-label={words.documentPage.dropRelation(`${words.documents.relations[relation.kind].active} ${called}`)}
      >
        {words.documentPage.drop}
      </button>
    </form>
  );
}

function AddRelation({ page }: { readonly page: DocumentPage }) {
  const words = useWords();
  const typed = page.typed?.relation;
  const kinds = Object.keys(words.documents.relations) as RelationKind[]; // keys of a record by that type
  return (
    <details class="fold" open={typed !== undefined}>
      <summary>{words.documentPage.addRelation}</summary>
      <form method="post" action={`/staff/documents/${page.studied.document.id}/relate`} autocomplete="off">
        <FormToken signedIn={page.signedIn} />
        <input type="hidden" name="version" value={page.studied.version} autocomplete="off" />
        <label for="relation-kind">{words.documentPage.relationKind}</label>
        <select id="relation-kind" name="kind">
          {kinds.map((kind) => (
            <option key={kind} value={kind} selected={kind === typed?.kind}>
              {words.documents.relations[kind].active}
            </option>
          ))}
        </select>
        <label for="relation-other">{words.documentPage.other}</label>
        <input id="relation-other" name="other" value={typed?.other} required aria-describedby="relation-other-rule" />
        <p class="rule" id="relation-other-rule">
          {words.documentPage.otherRule}
        </p>
        <label for="relation-parts">{words.documentPage.parts}</label>
        <input id="relation-parts" name="parts" value={typed?.parts} aria-describedby="relation-parts-rule" />
        <p class="rule" id="relation-parts-rule">
          {words.documentPage.partsRule}
        </p>
        <label for="relation-from">{words.documentPage.from}</label>
        <input id="relation-from" name="from" type="date" value={typed?.from} />
        <button class="button button-primary" type="submit">
          {words.documentPage.addRelation}
        </button>
      </form>
    </details>
  );
}

function History({ studied: { history, standing } }: { readonly studied: StudiedDocument }) {
  const words = useWords();
  return (
    <section class="panel" aria-labelledby="history-title">
      <h2 id="history-title">{words.documentPage.history}</h2>
      {history.length === 0 ? <p class="rule">{words.documentPage.noHistory}</p> : null}
      <ol class="history">
        {history.toReversed().map((correction) => {
          const undone = correction.decision.kind !== 'undo' && !standing.includes(correction);
          return (
            <li key={`${correction.at} ${correction.decision.kind}`}>
              <p class="rule">
                {correction.by}, {momentInWords(correction.at, words.times)}
              </p>
              <p>
                {capitaliseFirst(decisionInWords(correction, words.documents))}
                {undone ? <span class="badge">{words.documentPage.undone}</span> : null}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
