import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from '../../parts/page.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { Connection } from './connection.js';
import { Examinations } from './examinations.js';
import { Refusals } from './refusals.js';
import { Verify } from './verify.js';
import { words } from './words.js';

/** How each part is, whether the figures are what the documents say, and what the rules refused. */
export default function DiagnosticsPage(): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  return (
    <Page title={say('title')}>
      <Examinations />
      <Connection />
      <Verify />
      <Refusals />
      <Text size="sm">
        {say('deadLetters')} <Link to="/dead-letters">{sayShared('deadLetters')}</Link>.
      </Text>
    </Page>
  );
}
