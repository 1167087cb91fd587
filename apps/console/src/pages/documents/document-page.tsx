import { Skeleton, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { Attachments } from './attachments.js';
import { Facts } from './facts.js';
import { RawFile } from './raw-file.js';
import { Recipients } from './recipients.js';
import { type ShownDocument } from './shown-document.js';
import { TraceLines } from './trace-lines.js';
import { words } from './words.js';

/** Reports come while one looks. */
const EVERY_MS = 3000;

/** One document: what it is, where each delivery stands, its attachments, its way in words, its file. */
export default function DocumentPage(): ReactNode {
  const say = useWords(words);
  const { id = '' } = useParams();
  const path = `/documents/${encodeURIComponent(id)}`;
  const { data: document, error, refetch } = useAnswer<ShownDocument>(path, { everyMs: EVERY_MS });
  return (
    <Page title={document?.identity ?? say('document')} aside={<Link to="/documents">{say('back')}</Link>}>
      {error !== null && document === undefined && <Failure error={error} again={() => void refetch()} />}
      {document === undefined && error === null && <Unknown />}
      {document !== undefined && <Known document={document} path={path} />}
    </Page>
  );
}

function Known({ document, path }: { document: ShownDocument; path: string }): ReactNode {
  return (
    <Stack gap="md">
      <Sheet py="sm">
        <Text fw={600} fz="lg" className="breaks" lang="vi">
          {document.subject}
        </Text>
      </Sheet>
      <Recipients document={document} />
      <Facts document={document} />
      <Attachments attachments={document.attachments ?? []} path={path} />
      <TraceLines path={`${path}/trace`} />
      <RawFile path={`${path}/edxml`} />
    </Stack>
  );
}

function Unknown(): ReactNode {
  return (
    <Stack gap="md" aria-busy>
      <Skeleton h={52} />
      <Skeleton h={220} />
      <Skeleton h={260} />
    </Stack>
  );
}
