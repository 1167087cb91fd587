import { Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { type ConnectedSystem, type ConnectionTest } from '#wire';
import { call, pathOf } from '../../api/call.js';
import { useAnswer } from '../../api/queries.js';
import { useMay } from '../../app/use-role.js';
import { AsOf } from '../../parts/as-of.js';
import { Failure } from '../../parts/failure.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { State } from '../../parts/state.js';
import { lasting } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useLanguage, useWords } from '../../words/wording.js';
import { words } from './words.js';

/** The room that the choice takes, held for what stands there without systems. */
const CHOICE_HEIGHT = 62;

/** Tries the way to a system when asked to, a step at a time. For operators. */
export function Connection(): ReactNode {
  const say = useWords(words);
  const mayTry = useMay('operator');
  const { data, error, isPending, variables, mutate } = useMutation({
    mutationFn: (system: string) =>
      call<ConnectionTest>(pathOf('/diagnostics/connection', { system }), { method: 'POST' }),
  });
  return (
    <Sheet title={say('connection')} aside={<AsOf time={data?.asOf} />}>
      <Stack gap="sm">
        <Text size="sm">{mayTry ? say('connectionMeans') : say('connectionMayNot')}</Text>
        {mayTry && <Choice isTrying={isPending} onTry={mutate} />}
        {error !== null && <Failure error={error} again={() => mutate(variables ?? '')} />}
        {data !== undefined && !isPending && <Steps steps={data.steps} />}
      </Stack>
    </Sheet>
  );
}

function Choice({ isTrying, onTry }: { isTrying: boolean; onTry: (system: string) => void }): ReactNode {
  const say = useWords(words);
  const { data: systems } = useAnswer<{ items: ConnectedSystem[] }>('/systems');
  const [chosen, setChosen] = useState<string>();
  if (systems?.items.length === 0) return <NoSystems />;
  const names = systems?.items.map(({ name }) => name) ?? [];
  const system = chosen ?? names[0] ?? '';
  return (
    <Group gap="md" align="end" mih={CHOICE_HEIGHT}>
      <NativeSelect
        w={280}
        label={say('system')}
        data={names}
        value={system}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <Button loading={isTrying} disabled={system === ''} onClick={() => onTry(system)}>
        {say('tryConnection')}
      </Button>
    </Group>
  );
}

function NoSystems(): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  return (
    <Text size="sm" c="dimmed" mih={CHOICE_HEIGHT}>
      {say('noSystems')} <Link to="/systems">{sayShared('systems')}</Link>.
    </Text>
  );
}

function Steps({ steps }: Pick<ConnectionTest, 'steps'>): ReactNode {
  const say = useWords(words);
  const [language] = useLanguage();
  return (
    <ScrollTable label={say('connection')} minWidth={520}>
      <Table.Thead>
        <Table.Tr>
          {(['step', 'state', 'took', 'symptom'] as const).map((word) => (
            <Table.Th key={word} scope="col">
              {say(word)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {steps.map(({ what, ok, ms, detail }) => (
          <Table.Tr key={what.vi}>
            <Table.Th scope="row" fw={500}>
              {what[language]}
            </Table.Th>
            <Table.Td>
              <State standing={ok ? 'good' : 'bad'}>{say(ok ? 'good' : 'bad')}</State>
            </Table.Td>
            <Table.Td className="one-line">{lasting(ms, language)}</Table.Td>
            <Table.Td className="breaks">{detail?.[language] ?? '–'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}
