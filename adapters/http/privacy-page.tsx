import type { RequestHandler } from 'express';
import type { DataController } from '../../bot/data-controller-words.ts';
import type { Config } from '../config.ts';
import { FactList } from './fact-list.tsx';
import { renderPage } from './page-shell.tsx';
import { PRIVACY_PAGE } from './privacy-words.ts';
import { SiteHeader } from './site-header.tsx';

/** Where the page is. */
export const PRIVACY_PATH = '/quyen-rieng-tu';

/** What is kept of citizens, why and for how long, and who answers for it; platforms ask for its address. */
export function createPrivacyPage({ controller, retentionDays }: Config): RequestHandler {
  const page = renderPrivacy(controller, retentionDays);
  return (_request, response) => void response.type('html').send(page);
}

function renderPrivacy(controller: DataController, retentionDays: number): string {
  const { purpose, kept, time, linking, rights } = PRIVACY_PAGE;
  const sections = [
    purpose,
    kept,
    { title: time.title, text: retentionDays === 0 ? time.forEver : time.days(retentionDays) },
    linking,
    rights,
  ];
  return renderPage({
    title: PRIVACY_PAGE.title,
    description: PRIVACY_PAGE.description,
    styles: ['/assets/document.css'],
    modules: [],
    layout: 'document',
    listed: true,
    children: (
      <>
        <SiteHeader />
        <main class="sheet">
          <h1>{PRIVACY_PAGE.title}</h1>
          <ControllerFacts controller={controller} />
          {sections.map(({ title, text }) => (
            <section key={title}>
              <h2>{title}</h2>
              <p>{text}</p>
            </section>
          ))}
        </main>
      </>
    ),
  });
}

/** Who answers for the data, as a list of facts. */
export function ControllerFacts({ controller: { name, address, contact } }: { readonly controller: DataController }) {
  const facts = [
    [PRIVACY_PAGE.controller, name],
    [PRIVACY_PAGE.address, address],
    [PRIVACY_PAGE.contact, contact],
  ] as const;
  return <FactList facts={facts} />;
}
