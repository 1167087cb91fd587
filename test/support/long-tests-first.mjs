import { sep } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/*
 * Files over the whole system take a minute or more, however few lines they have, and where no run before told it Jest goes by the size of files: one
 * that is begun last leaves the other workers idle. So they are begun first, each group in Jest's own order.
 */
const WHOLE_SYSTEM = [`${sep}test${sep}browser${sep}`, `${sep}test${sep}stories${sep}`];

/** The order of the files of a run: pages and stories before tests that stand beside their code. */
export default class LongTestsFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isLong = ({ path }) => WHOLE_SYSTEM.some((folder) => path.includes(folder));
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
