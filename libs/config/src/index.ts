export { agencyConfig, systemFolder, type AgencyConfig, type OfficeSettings } from './agency-config.js';
export { cliConfig, preferredLanguage, type CliConfig } from './cli-config.js';
export { ConfigurationError, type WrongName } from './configuration-error.js';
export { inheritedEnvironment } from './environment.js';
export { hubConfig, hubPlaces, type DatabaseAddress, type HubConfig } from './hub-config.js';
export { CONFIGURATION, type ConfigurationName, type Reader } from './names.js';
export { HUB_NODE_FLAGS, NODE_FLAGS } from './node-flags.js';
export { projectRoot } from './project-root.js';
export { simulatorConfig, type SimulatorConfig } from './simulator-config.js';
export { selfEnrolment, type SelfEnrolment } from './self-enrolment.js';
export { type Environment } from './reading.js';
export {
  type BatchSettings,
  type BrokerAddress,
  type LogLevel,
  type LogSettings,
  type ServerSettings,
} from './server-settings.js';
