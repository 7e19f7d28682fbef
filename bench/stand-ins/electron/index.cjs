// A packaged application: im_electron_sdk then looks for the engine below `process.resourcesPath`.
exports.app = { isPackaged: true };
exports.ipcMain = { handle() {}, removeHandler() {} };
