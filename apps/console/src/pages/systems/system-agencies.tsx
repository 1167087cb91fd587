import { List, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { type Agency } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { Sheet } from '../../parts/sheet.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** So many are shown with their names; each is a question to the hub. */
const MOST_NAMED = 30;

/** The agencies a system was enrolled for. */
export function SystemAgencies({ codes }: { codes: readonly string[] }): ReactNode {
  const say = useWords(words);
  return (
    <Sheet title={say('agencies', { number: codes.length })}>
      <Text size="sm" c="dimmed" mb="xs">
        {say('agenciesBelow')}
      </Text>
      <List size="sm" listStyleType="none" spacing={4} mah={480} style={{ overflowY: 'auto' }}>
        {codes.map((code, index) => (
          <List.Item key={code}>{index < MOST_NAMED ? <Named code={code} /> : <Bare code={code} />}</List.Item>
        ))}
      </List>
    </Sheet>
  );
}

function Named({ code }: { code: string }): ReactNode {
  const { data } = useAnswer<Agency>(`/agencies/${encodeURIComponent(code)}`);
  return <Bare code={code} name={data?.name} />;
}

function Bare({ code, name }: { code: string; name?: string | undefined }): ReactNode {
  return (
    <>
      <Link to={`/agencies/${encodeURIComponent(code)}`} lang="vi" className="breaks">
        {name ?? code}
      </Link>{' '}
      {name !== undefined && <span className="mono">{code}</span>}
    </>
  );
}
