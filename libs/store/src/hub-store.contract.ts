import { HubStore } from './hub-store.js';
import { openHubDatabase } from './open-hub-database.js';
import { accountsContract } from './contract/accounts.contract.js';
import { acceptingContract } from './contract/accepting.contract.js';
import { breakdownsContract } from './contract/breakdowns.contract.js';
import { businessTypesContract } from './contract/business-types.contract.js';
import { dispatchingContract } from './contract/dispatching.contract.js';
import { keepingContract } from './contract/keeping.contract.js';
import { ledgerContract } from './contract/ledger.contract.js';
import { mailboxesContract } from './contract/mailboxes.contract.js';
import { simulatedContract } from './contract/simulated.contract.js';
import { momentContract } from './contract/moment.contract.js';
import { overviewContract } from './contract/overview.contract.js';
import { readingContract } from './contract/reading.contract.js';
import { reportingContract } from './contract/reporting.contract.js';
import { samplesContract } from './contract/samples.contract.js';
import { sessionsContract } from './contract/sessions.contract.js';
import { searchingContract } from './contract/searching.contract.js';
import { sentContract } from './contract/sent.contract.js';
import { unitsContract } from './contract/units.contract.js';
import { verifyingContract } from './contract/verifying.contract.js';

/** What the hub's store promises, on whichever database; `freshUrl` names an empty one each time. */
export function hubStoreContract(database: string, freshUrl: () => Promise<string>): void {
  describe(`The hub's store on ${database}`, () => {
    let store: HubStore;
    let url: string;

    beforeEach(async () => {
      url = await freshUrl();
      store = await HubStore.open({ url });
    });

    afterEach(() => store.close());

    const current = (): HubStore => store;
    acceptingContract(current);
    dispatchingContract(current);
    reportingContract(current);
    simulatedContract(current);
    readingContract(current);
    searchingContract(current);
    ledgerContract(current);
    breakdownsContract(current);
    businessTypesContract(current, () => openHubDatabase(url));
    keepingContract(current);
    unitsContract(current);
    mailboxesContract(current);
    samplesContract(current);
    sentContract(current);
    overviewContract(current);
    accountsContract(current);
    sessionsContract(current);
    verifyingContract(current, () => openHubDatabase(url));
    momentContract(current, () => openHubDatabase(url));
  });
}
