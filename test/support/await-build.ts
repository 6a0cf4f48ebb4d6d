// What starts installations begins when the studio is built: a first start that waited for that would be another one than it tests.
if (process.env.STUDIO_BUILT !== 'yes') {
  const { builtStudio } = await import('./built-studio.ts');
  await builtStudio();
}

export {};
