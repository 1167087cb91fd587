import { freshVhost } from '../../../../test/support/servers.js';
import { brokerContract } from '../broker.contract.js';
import { AmqpBroker } from './amqp-broker.js';

const silent = (): void => undefined;
const { amqpUrl } = await freshVhost();

brokerContract('AmqpBroker', () => AmqpBroker.open({ url: amqpUrl, log: silent }));
