import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { DateInput } from '@mantine/dates';
import { type ReactNode } from 'react';
import { hanoiDay } from '#core';
import { shared } from '../words/every-page.js';
import { useLanguage, useWords } from '../words/wording.js';
import { dayTyped } from './day-typed.js';

interface DayInputProps {
  readonly label: string;
  /** `yyyy-MM-dd`, '' for none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day, typed as `22/11/2026` or picked; written the Vietnamese way, and beginning at Hanoi's month, whatever the browser's. */
export function DayInput({ label, value, onChange }: DayInputProps): ReactNode {
  const say = useWords(shared);
  const [language] = useLanguage();
  return (
    <DateInput
      label={label}
      locale={language}
      valueFormat="DD/MM/YYYY"
      placeholder={say('dayPattern')}
      clearable
      clearButtonProps={{ 'aria-label': `${say('clear')}: ${label}` }}
      defaultDate={hanoiDay(Date.now())}
      value={value === '' ? null : value}
      onChange={(day) => onChange(day ?? '')}
      dateParser={dayTyped}
      w={140}
    />
  );
}
