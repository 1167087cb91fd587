import { batchingContract } from './contract/batching.contract.js';
import { closingContract } from './contract/closing.contract.js';
import { type ContractBroker } from './contract/contract-rig.contract.js';
import { publishingContract } from './contract/publishing.contract.js';
import { queuesContract } from './contract/queues.contract.js';
import { verdictsContract } from './contract/verdicts.contract.js';

/** What every broker promises. `open` gives a new client of a broker where nobody else uses the queues of the hub. */
export function brokerContract(name: string, open: () => Promise<ContractBroker>): void {
  describe(`${name} keeps the contract of a broker`, () => {
    publishingContract(open);
    batchingContract(open);
    verdictsContract(open);
    queuesContract(open);
    closingContract(open);
  });
}
