/*! The parser of mathjs 15.2.0, Apache-2.0 (see mathjs-parser.LICENSE.txt). Made by `npm run vendor`: not to be edited. */
Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
// node_modules/@babel/runtime/helpers/extends.js
var require_extends = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function _extends() {
		return module.exports = _extends = Object.assign ? Object.assign.bind() : function(n) {
			for (var e = 1; e < arguments.length; e++) {
				var t = arguments[e];
				for (var r in t) ({}).hasOwnProperty.call(t, r) && (n[r] = t[r]);
			}
			return n;
		}, module.exports.__esModule = true, module.exports["default"] = module.exports, _extends.apply(null, arguments);
	}
	module.exports = _extends, module.exports.__esModule = true, module.exports["default"] = module.exports;
}));
Array.isArray;
function isMatrix(x) {
	return x && x.constructor.prototype.isMatrix === true || false;
}
function isAccessorNode(x) {
	return x && x.isAccessorNode === true && x.constructor.prototype.isNode === true || false;
}
function isConstantNode(x) {
	return x && x.isConstantNode === true && x.constructor.prototype.isNode === true || false;
}
function rule2Node(node) {
	return isConstantNode(node) || isOperatorNode(node) && node.args.length === 1 && isConstantNode(node.args[0]) && "-+~".includes(node.op);
}
function isFunctionNode(x) {
	return x && x.isFunctionNode === true && x.constructor.prototype.isNode === true || false;
}
function isOperatorNode(x) {
	return x && x.isOperatorNode === true && x.constructor.prototype.isNode === true || false;
}
function isSymbolNode(x) {
	return x && x.isSymbolNode === true && x.constructor.prototype.isNode === true || false;
}
// node_modules/mathjs/lib/esm/utils/object.js
/**
* A safe hasOwnProperty
* @param {Object} object
* @param {string} property
*/
function hasOwnProperty(object, property) {
	return object && Object.hasOwnProperty.call(object, property);
}
/**
* Shallow version of pick, creating an object composed of the picked object properties
* but not for nested properties
* @param {Object} object
* @param {string[]} properties
* @return {Object}
*/
function pickShallow(object, properties) {
	var copy = {};
	for (var i = 0; i < properties.length; i++) {
		var key = properties[i];
		var value = object[key];
		if (value !== void 0) copy[key] = value;
	}
	return copy;
}
// node_modules/mathjs/lib/esm/utils/number.js
/**
* Ensure the number type is compatible with the provided value.
* If not, return 'number' instead.
*
* For example:
*
*     safeNumberType('2.3', { number: 'bigint', numberFallback: 'number' })
*
* will return 'number' and not 'bigint' because trying to create a bigint with
* value 2.3 would throw an exception.
*
* @param {string} numberStr
* @param {{
*   number: 'number' | 'BigNumber' | 'bigint' | 'Fraction'
*   numberFallback: 'number' | 'BigNumber'
* }} config
* @returns {'number' | 'BigNumber' | 'bigint' | 'Fraction'}
*/
function safeNumberType(numberStr, config) {
	if (config.number === "bigint") try {
		BigInt(numberStr);
	} catch (_unused) {
		return config.numberFallback;
	}
	return config.number;
}
// node_modules/mathjs/lib/esm/utils/factory.js
/**
* Create a factory function, which can be used to inject dependencies.
*
* The created functions are memoized, a consecutive call of the factory
* with the exact same inputs will return the same function instance.
* The memoized cache is exposed on `factory.cache` and can be cleared
* if needed.
*
* Example:
*
*     const name = 'log'
*     const dependencies = ['config', 'typed', 'divideScalar', 'Complex']
*
*     export const createLog = factory(name, dependencies, ({ typed, config, divideScalar, Complex }) => {
*       // ... create the function log here and return it
*     }
*
* @param {string} name           Name of the function to be created
* @param {string[]} dependencies The names of all required dependencies
* @param {function} create       Callback function called with an object with all dependencies
* @param {Object} [meta]
*     Optional object with meta information that will be attached
*     to the created factory function as property `meta`. For explanation
*     of what meta properties can be specified and what they mean, see
*     docs/core/extension.md.
* @returns {function}
*/
function factory(name, dependencies, create, meta) {
	function assertAndCreate(scope) {
		var deps = pickShallow(scope, dependencies.map(stripOptionalNotation));
		assertDependencies(name, dependencies, scope);
		return create(deps);
	}
	assertAndCreate.isFactory = true;
	assertAndCreate.fn = name;
	assertAndCreate.dependencies = dependencies.slice().sort();
	if (meta) assertAndCreate.meta = meta;
	return assertAndCreate;
}
/**
* Assert that all dependencies of a list with dependencies are available in the provided scope.
*
* Will throw an exception when there are dependencies missing.
*
* @param {string} name   Name for the function to be created. Used to generate a useful error message
* @param {string[]} dependencies
* @param {Object} scope
*/
function assertDependencies(name, dependencies, scope) {
	if (!dependencies.filter((dependency) => !isOptionalDependency(dependency)).every((dependency) => scope[dependency] !== void 0)) {
		var missingDependencies = dependencies.filter((dependency) => scope[dependency] === void 0);
		throw new Error("Cannot create function \"".concat(name, "\", ") + "some dependencies are missing: ".concat(missingDependencies.map((d) => "\"".concat(d, "\"")).join(", "), "."));
	}
}
function isOptionalDependency(dependency) {
	return dependency && dependency[0] === "?";
}
function stripOptionalNotation(dependency) {
	return dependency && dependency[0] === "?" ? dependency.slice(1) : dependency;
}
// node_modules/mathjs/lib/esm/utils/array.js
/**
* Recursively maps over each element of nested array using a provided callback function.
*
* @param {Array} array - The array to be mapped.
* @param {Function} callback - The function to execute on each element, taking three arguments:
*   - `value` (any): The current element being processed in the array.
*   - `index` (Array<number>): The index of the current element being processed in the array.
*   - `array` (Array): The array `deepMap` was called upon.
* @param {boolean} [skipIndex=false] - If true, the callback function is called with only the value.
* @returns {Array} A new array with each element being the result of the callback function.
*/
function deepMap$1(array, callback) {
	var skipIndex = arguments.length > 2 && arguments[2] !== void 0 ? arguments[2] : false;
	if (array.length === 0) return [];
	if (skipIndex) return recursiveMap(array);
	var index = [];
	return recursiveMapWithIndex(array, 0);
	function recursiveMapWithIndex(value, depth) {
		if (Array.isArray(value)) {
			var N = value.length;
			var result = Array(N);
			for (var i = 0; i < N; i++) {
				index[depth] = i;
				result[i] = recursiveMapWithIndex(value[i], depth + 1);
			}
			return result;
		} else return callback(value, index.slice(0, depth), array);
	}
	function recursiveMap(value) {
		if (Array.isArray(value)) {
			var N = value.length;
			var result = Array(N);
			for (var i = 0; i < N; i++) result[i] = recursiveMap(value[i]);
			return result;
		} else return callback(value);
	}
}
// node_modules/mathjs/lib/esm/utils/collection.js
/**
* Execute the callback function element wise for each element in array and any
* nested array
* Returns an array with the results
* @param {Array | Matrix} array
* @param {Function} callback   The callback is called with two parameters:
*                              value1 and value2, which contain the current
*                              element of both arrays.
* @param {boolean} [skipZeros] Invoke callback function for non-zero values only.
*
* @return {Array | Matrix} res
*/
function deepMap(array, callback, skipZeros) {
	if (!skipZeros) {
		if (isMatrix(array)) return array.map((x) => callback(x), false, true);
		else return deepMap$1(array, callback, true);
	}
	var skipZerosCallback = (x) => x === 0 ? x : callback(x);
	if (isMatrix(array)) return array.map((x) => skipZerosCallback(x), false, true);
	else return deepMap$1(array, skipZerosCallback, true);
}
// node_modules/mathjs/lib/esm/expression/parse.js
var import_extends = /* @__PURE__ */ __toESM(require_extends(), 1);
var name = "parse";
var createParse = /* #__PURE__ */ factory(name, [
	"typed",
	"numeric",
	"config",
	"AccessorNode",
	"ArrayNode",
	"AssignmentNode",
	"BlockNode",
	"ConditionalNode",
	"ConstantNode",
	"FunctionAssignmentNode",
	"FunctionNode",
	"IndexNode",
	"ObjectNode",
	"OperatorNode",
	"ParenthesisNode",
	"RangeNode",
	"RelationalNode",
	"SymbolNode"
], (_ref) => {
	var { typed, numeric, config, AccessorNode, ArrayNode, AssignmentNode, BlockNode, ConditionalNode, ConstantNode, FunctionAssignmentNode, FunctionNode, IndexNode, ObjectNode, OperatorNode, ParenthesisNode, RangeNode, RelationalNode, SymbolNode } = _ref;
	/**
	* Parse an expression. Returns a node tree, which can be evaluated by
	* invoking node.evaluate() or transformed into a functional object via node.compile().
	*
	* Note the evaluating arbitrary expressions may involve security risks,
	* see [https://mathjs.org/docs/expressions/security.html](https://mathjs.org/docs/expressions/security.html) for more information.
	*
	* Syntax:
	*
	*     math.parse(expr)
	*     math.parse(expr, options)
	*     math.parse([expr1, expr2, expr3, ...])
	*     math.parse([expr1, expr2, expr3, ...], options)
	*
	* Example:
	*
	*     const node1 = math.parse('sqrt(3^2 + 4^2)')
	*     node1.compile().evaluate() // 5
	*
	*     let scope = {a:3, b:4}
	*     const node2 = math.parse('a * b')
	*     node2.evaluate(scope) // 12
	*     const code2 = node2.compile()
	*     code2.evaluate(scope) // 12
	*     scope.a = 5
	*     code2.evaluate(scope) // 20
	*
	*     const nodes = math.parse(['a = 3', 'b = 4', 'a * b'])
	*     nodes[2].compile().evaluate() // 12
	*
	* See also:
	*
	*     evaluate, compile
	*
	* History:
	*
	*     v0.9   Created
	*     v0.13  Switched to one-based indices
	*     v0.14  Added `[1,2;3,4]` notation for matrices
	*     v0.18  Dropped the `function` keyword
	*     v0.20  Added ternary conditional
	*     v0.27  Allow multi-line expressions; allow functions that receive
	*            unevaluated parameters (`rawArgs`)
	*     v3     Add object notation; allow assignments internal to other
	*            expressions
	*     v7.3   Supported binary, octal, and hexadecimal notation
	*     v9.5   Support for calculations with percentages
	*     v12.4  Allow trailing commas in matrices
	*     v14.8  Add nullish coalescing operator
	*     v15.1  Add optional chaining operator
	*
	* @param {string | string[] | Matrix} expr          Expression to be parsed
	* @param {{nodes: Object<string, Node>}} [options]  Available options:
	*                                                   - `nodes` a set of custom nodes
	* @return {Node | Node[]} node
	* @throws {Error}
	*/
	var parse = typed(name, {
		string: function string(expression) {
			return parseStart(expression, {});
		},
		"Array | Matrix": function Array__Matrix(expressions) {
			return parseMultiple(expressions, {});
		},
		"string, Object": function string_Object(expression, options) {
			return parseStart(expression, options.nodes !== void 0 ? options.nodes : {});
		},
		"Array | Matrix, Object": parseMultiple
	});
	function parseMultiple(expressions) {
		var options = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {};
		var extraNodes = options.nodes !== void 0 ? options.nodes : {};
		return deepMap(expressions, function(elem) {
			if (typeof elem !== "string") throw new TypeError("String expected");
			return parseStart(elem, extraNodes);
		});
	}
	var TOKENTYPE = {
		NULL: 0,
		DELIMITER: 1,
		NUMBER: 2,
		SYMBOL: 3,
		UNKNOWN: 4
	};
	var DELIMITERS = {
		",": true,
		"(": true,
		")": true,
		"[": true,
		"]": true,
		"{": true,
		"}": true,
		"\"": true,
		"'": true,
		";": true,
		"+": true,
		"-": true,
		"*": true,
		".*": true,
		"/": true,
		"./": true,
		"%": true,
		"^": true,
		".^": true,
		"~": true,
		"!": true,
		"&": true,
		"|": true,
		"^|": true,
		"=": true,
		":": true,
		"?": true,
		"?.": true,
		"??": true,
		"==": true,
		"!=": true,
		"<": true,
		">": true,
		"<=": true,
		">=": true,
		"<<": true,
		">>": true,
		">>>": true
	};
	var NAMED_DELIMITERS = {
		mod: true,
		to: true,
		in: true,
		and: true,
		xor: true,
		or: true,
		not: true
	};
	var CONSTANTS = {
		true: true,
		false: false,
		null: null,
		undefined: void 0
	};
	var NUMERIC_CONSTANTS = ["NaN", "Infinity"];
	var ESCAPE_CHARACTERS = {
		"\"": "\"",
		"'": "'",
		"\\": "\\",
		"/": "/",
		b: "\b",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	"
	};
	function initialState() {
		return {
			extraNodes: {},
			expression: "",
			comment: "",
			index: 0,
			token: "",
			tokenType: TOKENTYPE.NULL,
			nestingLevel: 0,
			conditionalLevel: null
		};
	}
	/**
	* View upto `length` characters of the expression starting at the current character.
	*
	* @param {Object} state
	* @param {number} [length=1] Number of characters to view
	* @returns {string}
	* @private
	*/
	function currentString(state, length) {
		return state.expression.substr(state.index, length);
	}
	/**
	* View the current character. Returns '' if end of expression is reached.
	*
	* @param {Object} state
	* @returns {string}
	* @private
	*/
	function currentCharacter(state) {
		return currentString(state, 1);
	}
	/**
	* Get the next character from the expression.
	* The character is stored into the char c. If the end of the expression is
	* reached, the function puts an empty string in c.
	* @private
	*/
	function next(state) {
		state.index++;
	}
	/**
	* Preview the previous character from the expression.
	* @return {string} cNext
	* @private
	*/
	function prevCharacter(state) {
		return state.expression.charAt(state.index - 1);
	}
	/**
	* Preview the next character from the expression.
	* @return {string} cNext
	* @private
	*/
	function nextCharacter(state) {
		return state.expression.charAt(state.index + 1);
	}
	/**
	* Get next token in the current string expr.
	* The token and token type are available as token and tokenType
	* @private
	*/
	function getToken(state) {
		state.tokenType = TOKENTYPE.NULL;
		state.token = "";
		state.comment = "";
		while (true) {
			if (currentCharacter(state) === "#") while (currentCharacter(state) !== "\n" && currentCharacter(state) !== "") {
				state.comment += currentCharacter(state);
				next(state);
			}
			if (parse.isWhitespace(currentCharacter(state), state.nestingLevel)) next(state);
			else break;
		}
		if (currentCharacter(state) === "") {
			state.tokenType = TOKENTYPE.DELIMITER;
			return;
		}
		if (currentCharacter(state) === "\n" && !state.nestingLevel) {
			state.tokenType = TOKENTYPE.DELIMITER;
			state.token = currentCharacter(state);
			next(state);
			return;
		}
		var c1 = currentCharacter(state);
		var c2 = currentString(state, 2);
		var c3 = currentString(state, 3);
		if (c3.length === 3 && DELIMITERS[c3]) {
			state.tokenType = TOKENTYPE.DELIMITER;
			state.token = c3;
			next(state);
			next(state);
			next(state);
			return;
		}
		if (c2.length === 2 && DELIMITERS[c2] && (c2 !== "?." || !parse.isDigit(state.expression.charAt(state.index + 2)))) {
			state.tokenType = TOKENTYPE.DELIMITER;
			state.token = c2;
			next(state);
			next(state);
			return;
		}
		if (DELIMITERS[c1]) {
			state.tokenType = TOKENTYPE.DELIMITER;
			state.token = c1;
			next(state);
			return;
		}
		if (parse.isDigitDot(c1)) {
			state.tokenType = TOKENTYPE.NUMBER;
			var _c = currentString(state, 2);
			if (_c === "0b" || _c === "0o" || _c === "0x") {
				state.token += currentCharacter(state);
				next(state);
				state.token += currentCharacter(state);
				next(state);
				while (parse.isAlpha(currentCharacter(state), prevCharacter(state), nextCharacter(state)) || parse.isDigit(currentCharacter(state))) {
					state.token += currentCharacter(state);
					next(state);
				}
				if (currentCharacter(state) === ".") {
					state.token += ".";
					next(state);
					while (parse.isAlpha(currentCharacter(state), prevCharacter(state), nextCharacter(state)) || parse.isDigit(currentCharacter(state))) {
						state.token += currentCharacter(state);
						next(state);
					}
				} else if (currentCharacter(state) === "i") {
					state.token += "i";
					next(state);
					while (parse.isDigit(currentCharacter(state))) {
						state.token += currentCharacter(state);
						next(state);
					}
				}
				return;
			}
			if (currentCharacter(state) === ".") {
				state.token += currentCharacter(state);
				next(state);
				if (!parse.isDigit(currentCharacter(state))) {
					state.tokenType = TOKENTYPE.DELIMITER;
					return;
				}
			} else {
				while (parse.isDigit(currentCharacter(state))) {
					state.token += currentCharacter(state);
					next(state);
				}
				if (parse.isDecimalMark(currentCharacter(state), nextCharacter(state))) {
					state.token += currentCharacter(state);
					next(state);
				}
			}
			while (parse.isDigit(currentCharacter(state))) {
				state.token += currentCharacter(state);
				next(state);
			}
			if (currentCharacter(state) === "E" || currentCharacter(state) === "e") {
				if (parse.isDigit(nextCharacter(state)) || nextCharacter(state) === "-" || nextCharacter(state) === "+") {
					state.token += currentCharacter(state);
					next(state);
					if (currentCharacter(state) === "+" || currentCharacter(state) === "-") {
						state.token += currentCharacter(state);
						next(state);
					}
					if (!parse.isDigit(currentCharacter(state))) throw createSyntaxError(state, "Digit expected, got \"" + currentCharacter(state) + "\"");
					while (parse.isDigit(currentCharacter(state))) {
						state.token += currentCharacter(state);
						next(state);
					}
					if (parse.isDecimalMark(currentCharacter(state), nextCharacter(state))) throw createSyntaxError(state, "Digit expected, got \"" + currentCharacter(state) + "\"");
				} else if (parse.isDecimalMark(nextCharacter(state), state.expression.charAt(state.index + 2))) {
					next(state);
					throw createSyntaxError(state, "Digit expected, got \"" + currentCharacter(state) + "\"");
				}
			}
			return;
		}
		if (parse.isAlpha(currentCharacter(state), prevCharacter(state), nextCharacter(state))) {
			while (parse.isAlpha(currentCharacter(state), prevCharacter(state), nextCharacter(state)) || parse.isDigit(currentCharacter(state))) {
				state.token += currentCharacter(state);
				next(state);
			}
			if (hasOwnProperty(NAMED_DELIMITERS, state.token)) state.tokenType = TOKENTYPE.DELIMITER;
			else state.tokenType = TOKENTYPE.SYMBOL;
			return;
		}
		state.tokenType = TOKENTYPE.UNKNOWN;
		while (currentCharacter(state) !== "") {
			state.token += currentCharacter(state);
			next(state);
		}
		throw createSyntaxError(state, "Syntax error in part \"" + state.token + "\"");
	}
	/**
	* Get next token and skip newline tokens
	*/
	function getTokenSkipNewline(state) {
		do
			getToken(state);
		while (state.token === "\n");
	}
	/**
	* Open parameters.
	* New line characters will be ignored until closeParams(state) is called
	*/
	function openParams(state) {
		state.nestingLevel++;
	}
	/**
	* Close parameters.
	* New line characters will no longer be ignored
	*/
	function closeParams(state) {
		state.nestingLevel--;
	}
	/**
	* Checks whether the current character `c` is a valid alpha character:
	*
	* - A latin letter (upper or lower case) Ascii: a-z, A-Z
	* - An underscore                        Ascii: _
	* - A dollar sign                        Ascii: $
	* - A latin letter with accents          Unicode: \u00C0 - \u02AF
	* - A greek letter                       Unicode: \u0370 - \u03FF
	* - A mathematical alphanumeric symbol   Unicode: \u{1D400} - \u{1D7FF} excluding invalid code points
	*
	* The previous and next characters are needed to determine whether
	* this character is part of a unicode surrogate pair.
	*
	* @param {string} c      Current character in the expression
	* @param {string} cPrev  Previous character
	* @param {string} cNext  Next character
	* @return {boolean}
	*/
	parse.isAlpha = function isAlpha(c, cPrev, cNext) {
		return parse.isValidLatinOrGreek(c) || parse.isValidMathSymbol(c, cNext) || parse.isValidMathSymbol(cPrev, c);
	};
	/**
	* Test whether a character is a valid latin, greek, or letter-like character
	* @param {string} c
	* @return {boolean}
	*/
	parse.isValidLatinOrGreek = function isValidLatinOrGreek(c) {
		return /^[a-zA-Z_$\u00C0-\u02AF\u0370-\u03FF\u2100-\u214F]$/.test(c);
	};
	/**
	* Test whether two given 16 bit characters form a surrogate pair of a
	* unicode math symbol.
	*
	* https://unicode-table.com/en/
	* https://www.wikiwand.com/en/Mathematical_operators_and_symbols_in_Unicode
	*
	* Note: In ES6 will be unicode aware:
	* https://stackoverflow.com/questions/280712/javascript-unicode-regexes
	* https://mathiasbynens.be/notes/es6-unicode-regex
	*
	* @param {string} high
	* @param {string} low
	* @return {boolean}
	*/
	parse.isValidMathSymbol = function isValidMathSymbol(high, low) {
		return /^[\uD835]$/.test(high) && /^[\uDC00-\uDFFF]$/.test(low) && /^[^\uDC55\uDC9D\uDCA0\uDCA1\uDCA3\uDCA4\uDCA7\uDCA8\uDCAD\uDCBA\uDCBC\uDCC4\uDD06\uDD0B\uDD0C\uDD15\uDD1D\uDD3A\uDD3F\uDD45\uDD47-\uDD49\uDD51\uDEA6\uDEA7\uDFCC\uDFCD]$/.test(low);
	};
	/**
	* Check whether given character c is a white space character: space, tab, or enter
	* @param {string} c
	* @param {number} nestingLevel
	* @return {boolean}
	*/
	parse.isWhitespace = function isWhitespace(c, nestingLevel) {
		return c === " " || c === "	" || c === "\xA0" || c === "\n" && nestingLevel > 0;
	};
	/**
	* Test whether the character c is a decimal mark (dot).
	* This is the case when it's not the start of a delimiter '.*', './', or '.^'
	* @param {string} c
	* @param {string} cNext
	* @return {boolean}
	*/
	parse.isDecimalMark = function isDecimalMark(c, cNext) {
		return c === "." && cNext !== "/" && cNext !== "*" && cNext !== "^";
	};
	/**
	* checks if the given char c is a digit or dot
	* @param {string} c   a string with one character
	* @return {boolean}
	*/
	parse.isDigitDot = function isDigitDot(c) {
		return c >= "0" && c <= "9" || c === ".";
	};
	/**
	* checks if the given char c is a digit
	* @param {string} c   a string with one character
	* @return {boolean}
	*/
	parse.isDigit = function isDigit(c) {
		return c >= "0" && c <= "9";
	};
	/**
	* Start of the parse levels below, in order of precedence
	* @return {Node} node
	* @private
	*/
	function parseStart(expression, extraNodes) {
		var state = initialState();
		(0, import_extends.default)(state, {
			expression,
			extraNodes
		});
		getToken(state);
		var node = parseBlock(state);
		if (state.token !== "") {
			if (state.tokenType === TOKENTYPE.DELIMITER) throw createError(state, "Unexpected operator " + state.token);
			else throw createSyntaxError(state, "Unexpected part \"" + state.token + "\"");
		}
		return node;
	}
	/**
	* Parse a block with expressions. Expressions can be separated by a newline
	* character '\n', or by a semicolon ';'. In case of a semicolon, no output
	* of the preceding line is returned.
	* @return {Node} node
	* @private
	*/
	function parseBlock(state) {
		var node;
		var blocks = [];
		var visible;
		if (state.token !== "" && state.token !== "\n" && state.token !== ";") {
			node = parseAssignment(state);
			if (state.comment) node.comment = state.comment;
		}
		while (state.token === "\n" || state.token === ";") {
			if (blocks.length === 0 && node) {
				visible = state.token !== ";";
				blocks.push({
					node,
					visible
				});
			}
			getToken(state);
			if (state.token !== "\n" && state.token !== ";" && state.token !== "") {
				node = parseAssignment(state);
				if (state.comment) node.comment = state.comment;
				visible = state.token !== ";";
				blocks.push({
					node,
					visible
				});
			}
		}
		if (blocks.length > 0) return new BlockNode(blocks);
		else {
			if (!node) {
				node = new ConstantNode(void 0);
				if (state.comment) node.comment = state.comment;
			}
			return node;
		}
	}
	/**
	* Assignment of a function or variable,
	* - can be a variable like 'a=2.3'
	* - or a updating an existing variable like 'matrix(2,3:5)=[6,7,8]'
	* - defining a function like 'f(x) = x^2'
	* @return {Node} node
	* @private
	*/
	function parseAssignment(state) {
		var name, args, value, valid;
		var node = parseConditional(state);
		if (state.token === "=") {
			if (isSymbolNode(node)) {
				name = node.name;
				getTokenSkipNewline(state);
				value = parseAssignment(state);
				return new AssignmentNode(new SymbolNode(name), value);
			} else if (isAccessorNode(node)) {
				if (node.optionalChaining) throw createSyntaxError(state, "Cannot assign to optional chain");
				getTokenSkipNewline(state);
				value = parseAssignment(state);
				return new AssignmentNode(node.object, node.index, value);
			} else if (isFunctionNode(node) && isSymbolNode(node.fn)) {
				valid = true;
				args = [];
				name = node.name;
				node.args.forEach(function(arg, index) {
					if (isSymbolNode(arg)) args[index] = arg.name;
					else valid = false;
				});
				if (valid) {
					getTokenSkipNewline(state);
					value = parseAssignment(state);
					return new FunctionAssignmentNode(name, args, value);
				}
			}
			throw createSyntaxError(state, "Invalid left hand side of assignment operator =");
		}
		return node;
	}
	/**
	* conditional operation
	*
	*     condition ? truePart : falsePart
	*
	* Note: conditional operator is right-associative
	*
	* @return {Node} node
	* @private
	*/
	function parseConditional(state) {
		var node = parseLogicalOr(state);
		while (state.token === "?") {
			var prev = state.conditionalLevel;
			state.conditionalLevel = state.nestingLevel;
			getTokenSkipNewline(state);
			var condition = node;
			var trueExpr = parseAssignment(state);
			if (state.token !== ":") throw createSyntaxError(state, "False part of conditional expression expected");
			state.conditionalLevel = null;
			getTokenSkipNewline(state);
			node = new ConditionalNode(condition, trueExpr, parseAssignment(state));
			state.conditionalLevel = prev;
		}
		return node;
	}
	/**
	* logical or, 'x or y'
	* @return {Node} node
	* @private
	*/
	function parseLogicalOr(state) {
		var node = parseLogicalXor(state);
		while (state.token === "or") {
			getTokenSkipNewline(state);
			node = new OperatorNode("or", "or", [node, parseLogicalXor(state)]);
		}
		return node;
	}
	/**
	* logical exclusive or, 'x xor y'
	* @return {Node} node
	* @private
	*/
	function parseLogicalXor(state) {
		var node = parseLogicalAnd(state);
		while (state.token === "xor") {
			getTokenSkipNewline(state);
			node = new OperatorNode("xor", "xor", [node, parseLogicalAnd(state)]);
		}
		return node;
	}
	/**
	* logical and, 'x and y'
	* @return {Node} node
	* @private
	*/
	function parseLogicalAnd(state) {
		var node = parseBitwiseOr(state);
		while (state.token === "and") {
			getTokenSkipNewline(state);
			node = new OperatorNode("and", "and", [node, parseBitwiseOr(state)]);
		}
		return node;
	}
	/**
	* bitwise or, 'x | y'
	* @return {Node} node
	* @private
	*/
	function parseBitwiseOr(state) {
		var node = parseBitwiseXor(state);
		while (state.token === "|") {
			getTokenSkipNewline(state);
			node = new OperatorNode("|", "bitOr", [node, parseBitwiseXor(state)]);
		}
		return node;
	}
	/**
	* bitwise exclusive or (xor), 'x ^| y'
	* @return {Node} node
	* @private
	*/
	function parseBitwiseXor(state) {
		var node = parseBitwiseAnd(state);
		while (state.token === "^|") {
			getTokenSkipNewline(state);
			node = new OperatorNode("^|", "bitXor", [node, parseBitwiseAnd(state)]);
		}
		return node;
	}
	/**
	* bitwise and, 'x & y'
	* @return {Node} node
	* @private
	*/
	function parseBitwiseAnd(state) {
		var node = parseRelational(state);
		while (state.token === "&") {
			getTokenSkipNewline(state);
			node = new OperatorNode("&", "bitAnd", [node, parseRelational(state)]);
		}
		return node;
	}
	/**
	* Parse a chained conditional, like 'a > b >= c'
	* @return {Node} node
	*/
	function parseRelational(state) {
		var params = [parseShift(state)];
		var conditionals = [];
		var operators = {
			"==": "equal",
			"!=": "unequal",
			"<": "smaller",
			">": "larger",
			"<=": "smallerEq",
			">=": "largerEq"
		};
		while (hasOwnProperty(operators, state.token)) {
			var cond = {
				name: state.token,
				fn: operators[state.token]
			};
			conditionals.push(cond);
			getTokenSkipNewline(state);
			params.push(parseShift(state));
		}
		if (params.length === 1) return params[0];
		else if (params.length === 2) return new OperatorNode(conditionals[0].name, conditionals[0].fn, params);
		else return new RelationalNode(conditionals.map((c) => c.fn), params);
	}
	/**
	* Bitwise left shift, bitwise right arithmetic shift, bitwise right logical shift
	* @return {Node} node
	* @private
	*/
	function parseShift(state) {
		var node = parseConversion(state), name, fn, params;
		var operators = {
			"<<": "leftShift",
			">>": "rightArithShift",
			">>>": "rightLogShift"
		};
		while (hasOwnProperty(operators, state.token)) {
			name = state.token;
			fn = operators[name];
			getTokenSkipNewline(state);
			params = [node, parseConversion(state)];
			node = new OperatorNode(name, fn, params);
		}
		return node;
	}
	/**
	* conversion operators 'to' and 'in'
	* @return {Node} node
	* @private
	*/
	function parseConversion(state) {
		var node = parseRange(state), name, fn, params;
		var operators = {
			to: "to",
			in: "to"
		};
		while (hasOwnProperty(operators, state.token)) {
			name = state.token;
			fn = operators[name];
			getTokenSkipNewline(state);
			if (name === "in" && "])},;".includes(state.token)) node = new OperatorNode("*", "multiply", [node, new SymbolNode("in")], true);
			else {
				params = [node, parseRange(state)];
				node = new OperatorNode(name, fn, params);
			}
		}
		return node;
	}
	/**
	* parse range, "start:end", "start:step:end", ":", "start:", ":end", etc
	* @return {Node} node
	* @private
	*/
	function parseRange(state) {
		var node;
		var params = [];
		if (state.token === ":") {
			if (state.conditionalLevel === state.nestingLevel) throw createSyntaxError(state, "The true-expression of a conditional operator may not be empty");
			else node = new ConstantNode(1);
		} else node = parseAddSubtract(state);
		if (state.token === ":" && state.conditionalLevel !== state.nestingLevel) {
			params.push(node);
			while (state.token === ":" && params.length < 3) {
				getTokenSkipNewline(state);
				if (state.token === ")" || state.token === "]" || state.token === "," || state.token === "") params.push(new SymbolNode("end"));
				else params.push(parseAddSubtract(state));
			}
			if (params.length === 3) node = new RangeNode(params[0], params[2], params[1]);
			else node = new RangeNode(params[0], params[1]);
		}
		return node;
	}
	/**
	* add or subtract
	* @return {Node} node
	* @private
	*/
	function parseAddSubtract(state) {
		var node = parseMultiplyDivideModulus(state), name, fn, params;
		var operators = {
			"+": "add",
			"-": "subtract"
		};
		while (hasOwnProperty(operators, state.token)) {
			name = state.token;
			fn = operators[name];
			getTokenSkipNewline(state);
			var rightNode = parseMultiplyDivideModulus(state);
			if (rightNode.isPercentage) params = [node, new OperatorNode("*", "multiply", [node, rightNode])];
			else params = [node, rightNode];
			node = new OperatorNode(name, fn, params);
		}
		return node;
	}
	/**
	* multiply, divide, modulus
	* @return {Node} node
	* @private
	*/
	function parseMultiplyDivideModulus(state) {
		var node = parseImplicitMultiplication(state), last = node, name, fn;
		var operators = {
			"*": "multiply",
			".*": "dotMultiply",
			"/": "divide",
			"./": "dotDivide",
			"%": "mod",
			mod: "mod"
		};
		while (true) if (hasOwnProperty(operators, state.token)) {
			name = state.token;
			fn = operators[name];
			getTokenSkipNewline(state);
			last = parseImplicitMultiplication(state);
			node = new OperatorNode(name, fn, [node, last]);
		} else break;
		return node;
	}
	/**
	* implicit multiplication
	* @return {Node} node
	* @private
	*/
	function parseImplicitMultiplication(state) {
		var node = parseRule2(state), last = node;
		while (true) if (state.tokenType === TOKENTYPE.SYMBOL || state.token === "in" && isConstantNode(node) || state.token === "in" && isOperatorNode(node) && node.fn === "unaryMinus" && isConstantNode(node.args[0]) || state.tokenType === TOKENTYPE.NUMBER && !isConstantNode(last) && (!isOperatorNode(last) || last.op === "!") || state.token === "(") {
			last = parseRule2(state);
			node = new OperatorNode("*", "multiply", [node, last], true);
		} else break;
		return node;
	}
	/**
	* Infamous "rule 2" as described in https://github.com/josdejong/mathjs/issues/792#issuecomment-361065370
	* And as amended in https://github.com/josdejong/mathjs/issues/2370#issuecomment-1054052164
	* Explicit division gets higher precedence than implicit multiplication
	* when the division matches this pattern:
	*   [unaryPrefixOp]?[number] / [number] [symbol]
	* @return {Node} node
	* @private
	*/
	function parseRule2(state) {
		var node = parseUnaryPercentage(state);
		var last = node;
		var tokenStates = [];
		while (true) if (state.token === "/" && rule2Node(last)) {
			tokenStates.push((0, import_extends.default)({}, state));
			getTokenSkipNewline(state);
			if (state.tokenType === TOKENTYPE.NUMBER) {
				tokenStates.push((0, import_extends.default)({}, state));
				getTokenSkipNewline(state);
				if (state.tokenType === TOKENTYPE.SYMBOL || state.token === "(" || state.token === "in") {
					(0, import_extends.default)(state, tokenStates.pop());
					tokenStates.pop();
					last = parseUnaryPercentage(state);
					node = new OperatorNode("/", "divide", [node, last]);
				} else {
					tokenStates.pop();
					(0, import_extends.default)(state, tokenStates.pop());
					break;
				}
			} else {
				(0, import_extends.default)(state, tokenStates.pop());
				break;
			}
		} else break;
		return node;
	}
	/**
	* Unary percentage operator (treated as `value / 100`)
	* @return {Node} node
	* @private
	*/
	function parseUnaryPercentage(state) {
		var node = parseUnary(state);
		if (state.token === "%") {
			var previousState = (0, import_extends.default)({}, state);
			getTokenSkipNewline(state);
			try {
				parseUnary(state);
				(0, import_extends.default)(state, previousState);
			} catch (_unused) {
				node = new OperatorNode("/", "divide", [node, new ConstantNode(100)], false, true);
			}
		}
		return node;
	}
	/**
	* Unary plus and minus, and logical and bitwise not
	* @return {Node} node
	* @private
	*/
	function parseUnary(state) {
		var name, params, fn;
		var operators = {
			"-": "unaryMinus",
			"+": "unaryPlus",
			"~": "bitNot",
			not: "not"
		};
		if (hasOwnProperty(operators, state.token)) {
			fn = operators[state.token];
			name = state.token;
			getTokenSkipNewline(state);
			params = [parseUnary(state)];
			return new OperatorNode(name, fn, params);
		}
		return parsePow(state);
	}
	/**
	* power
	* Note: power operator is right associative
	* @return {Node} node
	* @private
	*/
	function parsePow(state) {
		var node = parseNullishCoalescing(state), name, fn, params;
		if (state.token === "^" || state.token === ".^") {
			name = state.token;
			fn = name === "^" ? "pow" : "dotPow";
			getTokenSkipNewline(state);
			params = [node, parseUnary(state)];
			node = new OperatorNode(name, fn, params);
		}
		return node;
	}
	/**
	* nullish coalescing operator
	* @return {Node} node
	* @private
	*/
	function parseNullishCoalescing(state) {
		var node = parseLeftHandOperators(state);
		while (state.token === "??") {
			getTokenSkipNewline(state);
			node = new OperatorNode("??", "nullish", [node, parseLeftHandOperators(state)]);
		}
		return node;
	}
	/**
	* Left hand operators: factorial x!, ctranspose x'
	* @return {Node} node
	* @private
	*/
	function parseLeftHandOperators(state) {
		var node = parseCustomNodes(state), name, fn, params;
		var operators = {
			"!": "factorial",
			"'": "ctranspose"
		};
		while (hasOwnProperty(operators, state.token)) {
			name = state.token;
			fn = operators[name];
			getToken(state);
			params = [node];
			node = new OperatorNode(name, fn, params);
			node = parseAccessors(state, node);
		}
		return node;
	}
	/**
	* Parse a custom node handler. A node handler can be used to process
	* nodes in a custom way, for example for handling a plot.
	*
	* A handler must be passed as second argument of the parse function.
	* - must extend math.Node
	* - must contain a function _compile(defs: Object) : string
	* - must contain a function find(filter: Object) : Node[]
	* - must contain a function toString() : string
	* - the constructor is called with a single argument containing all parameters
	*
	* For example:
	*
	*     nodes = {
	*       'plot': PlotHandler
	*     }
	*
	* The constructor of the handler is called as:
	*
	*     node = new PlotHandler(params)
	*
	* The handler will be invoked when evaluating an expression like:
	*
	*     node = math.parse('plot(sin(x), x)', nodes)
	*
	* @return {Node} node
	* @private
	*/
	function parseCustomNodes(state) {
		var params = [];
		if (state.tokenType === TOKENTYPE.SYMBOL && hasOwnProperty(state.extraNodes, state.token)) {
			var CustomNode = state.extraNodes[state.token];
			getToken(state);
			if (state.token === "(") {
				params = [];
				openParams(state);
				getToken(state);
				if (state.token !== ")") {
					params.push(parseAssignment(state));
					while (state.token === ",") {
						getToken(state);
						params.push(parseAssignment(state));
					}
				}
				if (state.token !== ")") throw createSyntaxError(state, "Parenthesis ) expected");
				closeParams(state);
				getToken(state);
			}
			return new CustomNode(params);
		}
		return parseSymbol(state);
	}
	/**
	* parse symbols: functions, variables, constants, units
	* @return {Node} node
	* @private
	*/
	function parseSymbol(state) {
		var node, name;
		if (state.tokenType === TOKENTYPE.SYMBOL || state.tokenType === TOKENTYPE.DELIMITER && state.token in NAMED_DELIMITERS) {
			name = state.token;
			getToken(state);
			if (hasOwnProperty(CONSTANTS, name)) node = new ConstantNode(CONSTANTS[name]);
			else if (NUMERIC_CONSTANTS.includes(name)) node = new ConstantNode(numeric(name, "number"));
			else node = new SymbolNode(name);
			node = parseAccessors(state, node);
			return node;
		}
		return parseString(state);
	}
	/**
	* parse accessors:
	* - function invocation in round brackets (...), for example sqrt(2) or sqrt?.(2) with optional chaining
	* - index enclosed in square brackets [...], for example A[2,3] or A?.[2,3] with optional chaining
	* - dot notation for properties, like foo.bar or foo?.bar with optional chaining
	* @param {Object} state
	* @param {Node} node    Node on which to apply the parameters. If there
	*                       are no parameters in the expression, the node
	*                       itself is returned
	* @param {string[]} [types]  Filter the types of notations
	*                            can be ['(', '[', '.']
	* @return {Node} node
	* @private
	*/
	function parseAccessors(state, node, types) {
		var params;
		while (true) {
			var optional = false;
			if (state.token === "?.") {
				optional = true;
				getToken(state);
			}
			var hasNextAccessor = (state.token === "(" || state.token === "[" || state.token === ".") && (!types || types.includes(state.token));
			if (!(optional || hasNextAccessor)) break;
			params = [];
			if (state.token === "(") {
				if (optional || isSymbolNode(node) || isAccessorNode(node)) {
					openParams(state);
					getToken(state);
					if (state.token !== ")") {
						params.push(parseAssignment(state));
						while (state.token === ",") {
							getToken(state);
							params.push(parseAssignment(state));
						}
					}
					if (state.token !== ")") throw createSyntaxError(state, "Parenthesis ) expected");
					closeParams(state);
					getToken(state);
					node = new FunctionNode(node, params, optional);
				} else return node;
			} else if (state.token === "[") {
				openParams(state);
				getToken(state);
				if (state.token !== "]") {
					params.push(parseAssignment(state));
					while (state.token === ",") {
						getToken(state);
						params.push(parseAssignment(state));
					}
				}
				if (state.token !== "]") throw createSyntaxError(state, "Parenthesis ] expected");
				closeParams(state);
				getToken(state);
				node = new AccessorNode(node, new IndexNode(params), optional);
			} else {
				if (!optional) getToken(state);
				if (!(state.tokenType === TOKENTYPE.SYMBOL || state.tokenType === TOKENTYPE.DELIMITER && state.token in NAMED_DELIMITERS)) {
					var message = "Property name expected after ";
					message += optional ? "optional chain" : "dot";
					throw createSyntaxError(state, message);
				}
				params.push(new ConstantNode(state.token));
				getToken(state);
				node = new AccessorNode(node, new IndexNode(params, true), optional);
			}
		}
		return node;
	}
	/**
	* Parse a single or double quoted string.
	* @return {Node} node
	* @private
	*/
	function parseString(state) {
		var node, str;
		if (state.token === "\"" || state.token === "'") {
			str = parseStringToken(state, state.token);
			node = new ConstantNode(str);
			node = parseAccessors(state, node);
			return node;
		}
		return parseMatrix(state);
	}
	/**
	* Parse a string surrounded by single or double quotes
	* @param {Object} state
	* @param {"'" | "\""} quote
	* @return {string}
	*/
	function parseStringToken(state, quote) {
		var str = "";
		while (currentCharacter(state) !== "" && currentCharacter(state) !== quote) if (currentCharacter(state) === "\\") {
			next(state);
			var char = currentCharacter(state);
			var escapeChar = ESCAPE_CHARACTERS[char];
			if (escapeChar !== void 0) {
				str += escapeChar;
				state.index += 1;
			} else if (char === "u") {
				var unicode = state.expression.slice(state.index + 1, state.index + 5);
				if (/^[0-9A-Fa-f]{4}$/.test(unicode)) {
					str += String.fromCharCode(parseInt(unicode, 16));
					state.index += 5;
				} else throw createSyntaxError(state, "Invalid unicode character \\u".concat(unicode));
			} else throw createSyntaxError(state, "Bad escape character \\".concat(char));
		} else {
			str += currentCharacter(state);
			next(state);
		}
		getToken(state);
		if (state.token !== quote) throw createSyntaxError(state, "End of string ".concat(quote, " expected"));
		getToken(state);
		return str;
	}
	/**
	* parse the matrix
	* @return {Node} node
	* @private
	*/
	function parseMatrix(state) {
		var array, params, rows, cols;
		if (state.token === "[") {
			openParams(state);
			getToken(state);
			if (state.token !== "]") {
				var row = parseRow(state);
				if (state.token === ";") {
					rows = 1;
					params = [row];
					while (state.token === ";") {
						getToken(state);
						if (state.token !== "]") {
							params[rows] = parseRow(state);
							rows++;
						}
					}
					if (state.token !== "]") throw createSyntaxError(state, "End of matrix ] expected");
					closeParams(state);
					getToken(state);
					cols = params[0].items.length;
					for (var r = 1; r < rows; r++) if (params[r].items.length !== cols) throw createError(state, "Column dimensions mismatch (" + params[r].items.length + " !== " + cols + ")");
					array = new ArrayNode(params);
				} else {
					if (state.token !== "]") throw createSyntaxError(state, "End of matrix ] expected");
					closeParams(state);
					getToken(state);
					array = row;
				}
			} else {
				closeParams(state);
				getToken(state);
				array = new ArrayNode([]);
			}
			return parseAccessors(state, array);
		}
		return parseObject(state);
	}
	/**
	* Parse a single comma-separated row from a matrix, like 'a, b, c'
	* @return {ArrayNode} node
	*/
	function parseRow(state) {
		var params = [parseAssignment(state)];
		var len = 1;
		while (state.token === ",") {
			getToken(state);
			if (state.token !== "]" && state.token !== ";") {
				params[len] = parseAssignment(state);
				len++;
			}
		}
		return new ArrayNode(params);
	}
	/**
	* parse an object, enclosed in angle brackets{...}, for example {value: 2}
	* @return {Node} node
	* @private
	*/
	function parseObject(state) {
		if (state.token === "{") {
			openParams(state);
			var key;
			var properties = {};
			do {
				getToken(state);
				if (state.token !== "}") {
					if (state.token === "\"" || state.token === "'") key = parseStringToken(state, state.token);
					else if (state.tokenType === TOKENTYPE.SYMBOL || state.tokenType === TOKENTYPE.DELIMITER && state.token in NAMED_DELIMITERS) {
						key = state.token;
						getToken(state);
					} else throw createSyntaxError(state, "Symbol or string expected as object key");
					if (state.token !== ":") throw createSyntaxError(state, "Colon : expected after object key");
					getToken(state);
					properties[key] = parseAssignment(state);
				}
			} while (state.token === ",");
			if (state.token !== "}") throw createSyntaxError(state, "Comma , or bracket } expected after object value");
			closeParams(state);
			getToken(state);
			var node = new ObjectNode(properties);
			node = parseAccessors(state, node);
			return node;
		}
		return parseNumber(state);
	}
	/**
	* parse a number
	* @return {Node} node
	* @private
	*/
	function parseNumber(state) {
		var numberStr;
		if (state.tokenType === TOKENTYPE.NUMBER) {
			numberStr = state.token;
			getToken(state);
			var numericType = safeNumberType(numberStr, config);
			return new ConstantNode(numeric(numberStr, numericType));
		}
		return parseParentheses(state);
	}
	/**
	* parentheses
	* @return {Node} node
	* @private
	*/
	function parseParentheses(state) {
		var node;
		if (state.token === "(") {
			openParams(state);
			getToken(state);
			node = parseAssignment(state);
			if (state.token !== ")") throw createSyntaxError(state, "Parenthesis ) expected");
			closeParams(state);
			getToken(state);
			node = new ParenthesisNode(node);
			node = parseAccessors(state, node);
			return node;
		}
		return parseEnd(state);
	}
	/**
	* Evaluated when the expression is not yet ended but expected to end
	* @return {Node} res
	* @private
	*/
	function parseEnd(state) {
		if (state.token === "") throw createSyntaxError(state, "Unexpected end of expression");
		else throw createSyntaxError(state, "Value expected");
	}
	/**
	* Shortcut for getting the current row value (one based)
	* Returns the line of the currently handled expression
	* @private
	*/
	/**
	* Shortcut for getting the current col value (one based)
	* Returns the column (position) where the last state.token starts
	* @private
	*/
	function col(state) {
		return state.index - state.token.length + 1;
	}
	/**
	* Create an error
	* @param {Object} state
	* @param {string} message
	* @return {SyntaxError} instantiated error
	* @private
	*/
	function createSyntaxError(state, message) {
		var c = col(state);
		var error = /* @__PURE__ */ new SyntaxError(message + " (char " + c + ")");
		error.char = c;
		return error;
	}
	/**
	* Create an error
	* @param {Object} state
	* @param {string} message
	* @return {Error} instantiated error
	* @private
	*/
	function createError(state, message) {
		var c = col(state);
		var error = /* @__PURE__ */ new SyntaxError(message + " (char " + c + ")");
		error.char = c;
		return error;
	}
	typed.addConversion({
		from: "string",
		to: "Node",
		convert: parse
	});
	return parse;
});
exports.createParse = createParse;
