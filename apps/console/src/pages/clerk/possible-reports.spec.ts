import { mayBeAskedBack, possibleReports } from './possible-reports.js';

it.each<[string, string, string[], boolean]>([
  ['', '', ['03', '04', '05', '06', '02'], true],
  ['01', '', ['03', '04', '05', '06', '02'], true],
  ['03', '', ['04', '05', '06'], true],
  ['04', '', ['05', '06'], true],
  ['05', 'asked', ['06', '15', '16'], false],
  ['05', 'declined', ['06'], true],
  ['06', '', [], false],
  ['02', '', [], false],
  ['15', '', [], false],
])(
  'after %p, asked back %p: %j may follow, and asking back is possible: %p',
  (status, withdrawal, next, isPossible) => {
    expect(possibleReports({ status, withdrawal })).toEqual(next);
    expect(mayBeAskedBack({ status, withdrawal })).toBe(isPossible);
  },
);
