export {
  type BatchHandler,
  type BatchLimits,
  Broker,
  type HeaderValue,
  type IncomingMessage,
  type MessageType,
  type OutgoingMessage,
  type Subscription,
  type Verdict,
} from './broker.js';
export {
  DEAD,
  DEAD_QUEUE,
  DELIVER,
  DELIVERY_LIMIT,
  inboxOf,
  MAX_MESSAGE_BYTES,
  type QueueState,
  REASON_HEADER,
  type RoundTrip,
  SUBMISSION_QUEUES,
  type SubmissionKey,
  SUBMIT,
  Topology,
  urgentInboxOf,
  USER_HEADER,
} from './topology.js';
export { userOfDeadLetter } from './dead-letter.js';
export { Feed } from './feed.js';
export { AmqpFeed } from './amqp/amqp-feed.js';
export { MemoryFeed } from './memory/memory-feed.js';
export { AmqpBroker, type AmqpBrokerOptions } from './amqp/amqp-broker.js';
export { MemoryBroker } from './memory/memory-broker.js';
export { BrokerAdmin, type BrokerAdminOptions, type ListedBinding, type ListedQueue } from './admin/broker-admin.js';
export { BatchTransport, type BatchRoute } from './nest/batch-transport.js';
export { type PrivateRabbit, type PrivateRabbitOptions, startPrivateRabbit } from './private-rabbit/private-rabbit.js';
