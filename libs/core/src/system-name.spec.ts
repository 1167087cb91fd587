import { isSystemName, parseSystemName } from './system-name.js';

describe('The name of a system', () => {
  it.each(['h53', 'g22', 'h53-ben-cau', 'so.tttt', 'a', '1', 'urgent-desk', 'urgent.h53', 'a'.repeat(63)])(
    'may be %s',
    (name) => {
      expect(parseSystemName(name)).toBe(name);
    },
  );

  it.each([
    '',
    'H53',
    'h 53',
    'h53-',
    '-h53',
    'h53..x',
    'h53.-x',
    'bến-cầu',
    'h53.urgent',
    'urgent',
    'h53#',
    'h53*',
    'a'.repeat(64),
    'h53\n',
  ])('may not be %p', (name) => {
    expect(isSystemName(name)).toBe(false);
    expect(thrownBy(() => parseSystemName(name))).toMatchObject({ code: 'SYSTEM_NAME_MALFORMED' });
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
