import { AXIS_ERRORS, AxisError } from '#core';
import { inEnglish } from './fill-in.js';

describe('an error of the hub in English', () => {
  it('carries over what the Vietnamese sentence was filled with', () => {
    const entry = { title: 'Không có {what} tại {path}.', titleEn: 'At {path} there is no {what}.' };
    expect(inEnglish(entry, 'Không có (a+b) tại /x.')).toBe('At /x there is no (a+b).');
  });

  it('leaves dots where the sentence is not that of the table', () => {
    expect(inEnglish({ title: 'Cũ {a}.', titleEn: 'Old {a}.' }, 'Khác')).toBe('Old ….');
  });

  it.each(Object.entries(AXIS_ERRORS))('says %s with all its details', (code, entry) => {
    const names = [...`${entry.title}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
    const details = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
    const error = new AxisError(code as keyof typeof AXIS_ERRORS, details);
    expect(inEnglish(entry, error.message)).toBe(error.messageEn);
  });
});
