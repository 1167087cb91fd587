import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { Copyable } from '../../parts/copyable.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

interface DocumentNameProps {
  readonly to: string;
  readonly subject: string;
  readonly identity: string;
}

/** What a document is about and its identity, in a list: subjects may be 500 characters long. */
export function DocumentName({ to, subject, identity }: DocumentNameProps): ReactNode {
  const say = useWords(words);
  return (
    <>
      <Link to={to}>
        <Text component="span" size="sm" lineClamp={2} className="breaks" title={subject} lang="vi">
          {subject === '' ? say('unreadable') : subject}
        </Text>
      </Link>
      <Copyable text={identity} />
    </>
  );
}
