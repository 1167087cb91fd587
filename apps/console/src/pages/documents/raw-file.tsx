import { Button, Group, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { callText, urlOf } from '../../api/call.js';
import { Failure } from '../../parts/failure.js';
import { Sheet } from '../../parts/sheet.js';
import { figure, size } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { prettyXml } from './pretty-xml.js';
import { words } from './words.js';

/** More than anybody reads. */
const MOST_BYTES = 512 * 1024;

/** The file itself, formatted, when asked for. */
export function RawFile({ path }: { path: string }): ReactNode {
  const say = useWords(words);
  const [isShown, setShown] = useState(false);
  return (
    <Sheet
      title={say('raw')}
      aside={
        <Group gap="sm">
          <Button variant="default" size="compact-sm" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {say(isShown ? 'hideRaw' : 'showRaw')}
          </Button>
          <a href={urlOf(path)} download>
            {say('download')}
          </a>
        </Group>
      }
    >
      {isShown && <Shown path={path} />}
    </Sheet>
  );
}

function Shown({ path }: { path: string }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { data, error } = useQuery({
    queryKey: ['text', path],
    queryFn: () => callText(path, MOST_BYTES),
    staleTime: Infinity,
  });
  const text = useMemo(() => {
    return data === undefined ? '' : prettyXml(data.text, (count) => ` ${say('cutText', { left: figure(count) })} `);
    // The words change with the language only, with which the file need not be formatted anew.
  }, [data]);
  if (error !== null) return <Failure error={error} />;
  if (data === undefined) return <Loader size="sm" aria-label={sayShared('loading')} />;
  return (
    <>
      {!data.isWhole && (
        <Text size="sm" mb="xs">
          {say('cutRaw', { size: size(MOST_BYTES) })}
        </Text>
      )}
      <pre
        className="mono"
        tabIndex={0}
        aria-label={say('raw')}
        style={{ margin: 0, maxHeight: 480, overflow: 'auto', padding: 8, background: 'var(--quiet-ground)' }}
      >
        {text}
      </pre>
    </>
  );
}
