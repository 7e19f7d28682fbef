// What a packed app finds in Electron's main process and not in Node.js: the versions, the resources folder, and a
// process.dlopen that goes to app.asar.unpacked for a path into app.asar. Electron's fs shows app.asar as a folder
// with all its files; the test has laid out that folder.
const path = require('node:path');

Object.defineProperty(process.versions, 'electron', { value: '39.0.0', enumerable: true });
process.resourcesPath = path.dirname(path.dirname(process.argv[1]));
const { dlopen } = process;
process.dlopen = (module, file, ...flags) =>
  dlopen.call(process, module, file.replace(/\.asar(?=[\\/])/, '.asar.unpacked'), ...flags);
