import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { type Incoming, type Outgoing } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { useWords } from '../../words/wording.js';
import { DocumentPlaces, DocumentSheets } from './document-sheets.js';
import { words } from './words.js';

const EVERY_MS = 2000;

/** What the agency's interface tells of a document of each side. */
interface Sides {
  readonly incoming: Incoming;
  readonly outgoing: Outgoing;
}

interface DocumentFrameProps<Side extends keyof Sides> {
  readonly side: Side;
  /** By which the interface knows the document on this side. */
  readonly id: string;
  /** What is to be done with it, and what it says of itself; `path` is where the interface has it. */
  readonly children: (document: Sides[Side], path: string) => ReactNode;
}

/** The page of one document, asked for again every two seconds: its place until it is there, or why it is not. */
export function DocumentFrame<Side extends keyof Sides>({ side, id, children }: DocumentFrameProps<Side>): ReactNode {
  const say = useWords(words);
  const path = `/documents/${encodeURIComponent(id)}`;
  const { data: document, error, refetch } = useAnswer<Sides[Side]>(path, { query: { side }, everyMs: EVERY_MS });
  return (
    <Page title={document?.identity ?? say(side)} aside={<Link to={`/${side}`}>{say('back')}</Link>}>
      {error !== null && document === undefined && <Failure error={error} again={() => void refetch()} />}
      {error === null && document === undefined && <DocumentPlaces />}
      {document !== undefined && (
        <DocumentSheets document={document} path={path}>
          {children(document, path)}
        </DocumentSheets>
      )}
    </Page>
  );
}
