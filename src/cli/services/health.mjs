// Health check of a container: ends with 0 when the address given answers 200, else with 1.
const response = await fetch(process.argv[2] ?? '', { signal: AbortSignal.timeout(4000) }).catch(() => undefined);
process.exitCode = response?.status === 200 ? 0 : 1;
