import { Skeleton, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Incoming, type Outgoing } from '#wire';
import { Sheet } from '../../parts/sheet.js';
import { Attachments } from '../documents/attachments.js';
import { RawFile } from '../documents/raw-file.js';
import { HappeningList } from './happening-list.js';

interface DocumentSheetsProps {
  readonly document: Incoming | Outgoing;
  readonly path: string;
  /** What is to be done with it, and what it says of itself. */
  readonly children: ReactNode;
}

/** A document as the clerk sees it, whichever way it went: what it is about, what to do, what was said, its files. */
export function DocumentSheets({ document, path, children }: DocumentSheetsProps): ReactNode {
  const attachments = (document.attachments ?? []).map(({ bytes, ...attachment }) => ({ ...attachment, size: bytes }));
  return (
    <Stack gap="md">
      <Sheet py="sm">
        <Text fw={600} fz="lg" className="breaks" lang="vi">
          {document.subject}
        </Text>
      </Sheet>
      {children}
      <HappeningList document={document} />
      <Attachments attachments={attachments} path={path} />
      <RawFile path={`${path}/edxml`} />
    </Stack>
  );
}

/** Holds the places until the document is there. */
export function DocumentPlaces(): ReactNode {
  return (
    <Stack gap="md" aria-busy>
      <Skeleton h={52} />
      <Skeleton h={140} />
      <Skeleton h={220} />
    </Stack>
  );
}
