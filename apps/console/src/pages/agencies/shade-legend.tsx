import { Group, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import classes from './province-map.module.css';
import { type Bounds, endOf } from './shades.js';
import { words } from './words.js';

/** What each shade of the map means, in numbers. */
export function ShadeLegend({ bounds }: { bounds: Bounds }): ReactNode {
  const say = useWords(words);
  return (
    <Group component="ul" gap="sm" p={0} m={0} mb="sm" aria-label={say('legend')} style={{ listStyle: 'none' }}>
      <Shade shade={0} text={say('none')} />
      {bounds.map((from, index) => (
        <Shade key={from} shade={index + 1} text={rangeOf(from, endOf(index + 1, bounds))} />
      ))}
    </Group>
  );

  function rangeOf(from: number, to: number | undefined): string {
    if (to === undefined) return say('from', { from: figure(from) });
    return from === to ? figure(from) : say('fromTo', { from: figure(from), to: figure(to) });
  }
}

function Shade({ shade, text }: { shade: number; text: string }): ReactNode {
  return (
    <Group component="li" gap={4} wrap="nowrap">
      <span className={`${classes['sample']} ${classes[`shade${shade}`]}`} aria-hidden />
      <Text component="span" size="xs">
        {text}
      </Text>
    </Group>
  );
}
