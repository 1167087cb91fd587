/** Which program reads a name: the hub, an agency's system, the command line, or the simulator. */
export type Reader = 'hub' | 'agency' | 'cli' | 'simulator';

/** One name of the environment, as the README's table lists it. */
export interface ConfigurationName {
  readonly name: string;
  readonly readers: readonly Reader[];
  /** What holds when the name is not set; empty when it must be set or nothing then holds. */
  readonly standard: string;
  readonly meaning: string;
}

const ALL: readonly Reader[] = ['hub', 'agency', 'cli', 'simulator'];
const SERVERS: readonly Reader[] = ['hub', 'agency'];

/** Every name this project reads from the environment, in the order of the README's table; a name not in it is never read. */
export const CONFIGURATION: readonly ConfigurationName[] = [
  { name: 'TRUC_DATA', readers: ALL, standard: '.truc', meaning: 'Folder of everything that is kept' },
  { name: 'TRUC_LANG', readers: ['cli'], standard: 'vi', meaning: 'Language of the command line: vi or en' },
  { name: 'HUB_HOST', readers: ['hub', 'cli'], standard: '127.0.0.1', meaning: 'Address the hub listens on' },
  { name: 'HUB_PORT', readers: ['hub', 'cli'], standard: '8080', meaning: 'Port the hub listens on' },
  {
    name: 'HUB_URL',
    readers: ['agency', 'cli', 'simulator'],
    standard: 'http://127.0.0.1:8080',
    meaning: 'Where the hub is found',
  },
  { name: 'AMQP_URL', readers: ALL, standard: '', meaning: 'RabbitMQ; unset, `truc up` starts a private one' },
  {
    name: 'RABBITMQ_MANAGEMENT_URL',
    readers: ['hub', 'cli'],
    standard: 'http://…:15672',
    meaning: 'Management interface of RabbitMQ, with user and password; unset, derived from AMQP_URL',
  },
  { name: 'DATABASE_URL', readers: ['hub'], standard: '', meaning: 'postgres://…; unset, SQLite in the data folder' },
  { name: 'BODY_LIMIT_MB', readers: SERVERS, standard: '1024', meaning: 'Largest body taken' },
  { name: 'INLINE_LIMIT_KB', readers: SERVERS, standard: '256', meaning: 'Largest body that travels inside a message' },
  { name: 'BATCH_SIZE', readers: SERVERS, standard: '256', meaning: 'Messages handled in one transaction, at most' },
  { name: 'BATCH_WITHIN_MS', readers: SERVERS, standard: '5', meaning: 'How long a batch waits to fill, at least' },
  { name: 'INBOX_CHECK_MS', readers: ['hub'], standard: '10000', meaning: 'How often the hub looks after the inboxes' },
  { name: 'SWEEP_MS', readers: ['hub'], standard: '3000', meaning: 'How often undispatched documents are swept up' },
  {
    name: 'TRUSTED_PROXIES',
    readers: ['hub'],
    standard: '',
    meaning:
      'Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed: addresses, networks, loopback, uniquelocal',
  },
  { name: 'VXP_PATH', readers: ['hub'], standard: '/vxp', meaning: "Base path of the official client's interface" },
  {
    name: 'VXP_CLOCK_HOURS',
    readers: ['hub'],
    standard: '24',
    meaning: "How many hours a signature's timestamp may be off",
  },
  {
    name: 'SIMULATION',
    readers: ['hub'],
    standard: 'off',
    meaning: 'on: count by the simulated times that messages carry',
  },
  {
    name: 'LOG_LEVEL',
    readers: SERVERS,
    standard: 'info',
    meaning: 'fatal, error, warn, info, debug, trace or silent',
  },
  { name: 'LOG_FORMAT', readers: SERVERS, standard: 'json', meaning: 'json or pretty' },
  { name: 'FAIL_POINT', readers: SERVERS, standard: '', meaning: 'Where to die; honoured only when NODE_ENV is test' },
  { name: 'NODE_ENV', readers: SERVERS, standard: '', meaning: 'test arms FAIL_POINT; nothing else depends on it' },
  { name: 'SYSTEM_NAME', readers: ['agency'], standard: '', meaning: 'Name the system is enrolled under' },
  { name: 'SYSTEM_SECRET', readers: ['agency'], standard: '', meaning: 'Secret it got when it was enrolled' },
  {
    name: 'ENROLMENT_TOKEN_FILE',
    readers: ['hub', 'agency', 'cli'],
    standard: '',
    meaning: 'File of the token with which a system without a secret enrols itself; the hub makes it',
  },
  { name: 'SYSTEM_CODES', readers: ['agency'], standard: '', meaning: 'Agencies it speaks for, separated by commas' },
  { name: 'AGENCY_HOST', readers: ['agency'], standard: '127.0.0.1', meaning: 'Address the agency listens on' },
  { name: 'AGENCY_PORT', readers: ['agency'], standard: '8101', meaning: 'Port the agency listens on' },
  { name: 'VXP_SYSTEM', readers: ['cli'], standard: '', meaning: 'System that `truc vxp` calls as' },
  { name: 'VXP_SECRET', readers: ['cli'], standard: '', meaning: 'Its secret' },
  { name: 'AGENCY_PORTS_FROM', readers: ['cli'], standard: '8101', meaning: 'First port `truc up` gives to agencies' },
  {
    name: 'AGENCY_URL',
    readers: ['cli'],
    standard: '',
    meaning: 'Where systems answer that run in containers: http://{name}:8101',
  },
  { name: 'AGENCY_TOKEN', readers: ['agency', 'cli'], standard: '', meaning: 'Bearer token of its own HTTP interface' },
  { name: 'OFFICE', readers: ['agency'], standard: 'on', meaning: 'Simulated office: on or off' },
  {
    name: 'OFFICE_DELAYS_MS',
    readers: ['agency'],
    standard: '03:500,04:1000,05:1500,06:2000',
    meaning: 'When it reports which status, counted from arrival',
  },
  { name: 'OFFICE_REFUSE_PERCENT', readers: ['agency'], standard: '0', meaning: 'Share of documents it refuses (02)' },
  {
    name: 'RESUBMIT_AFTER_MS',
    readers: ['agency'],
    standard: '30000',
    meaning: 'When an unanswered one is sent again',
  },
];
