import { Skeleton, Stack } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAnswer } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { useWords } from '../../words/wording.js';
import { Recipients } from '../documents/recipients.js';
import { type ShownDocument } from '../documents/shown-document.js';
import { words } from './words.js';

const EVERY_MS = 1000;

/** A document that was just sent, as it travels: the timelines move while one looks. */
export function SentWatch({ documentId }: { documentId: string }): ReactNode {
  const say = useWords(words);
  const { data, error } = useAnswer<ShownDocument>(`/documents/${documentId}`, { everyMs: EVERY_MS });
  return (
    <Stack gap="xs" component="section" aria-label={say('watch')}>
      {error !== null && data === undefined && <Failure error={error} />}
      {data === undefined && error === null && <Skeleton h={220} />}
      {data !== undefined && <Recipients document={data} />}
      <Link to={`/documents/${documentId}`}>{say('openDocument')}</Link>
    </Stack>
  );
}
