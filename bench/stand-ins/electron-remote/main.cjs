exports.initialize = () => {};
exports.enable = () => {};
