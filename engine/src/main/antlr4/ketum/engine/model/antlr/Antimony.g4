/*
 * The part of Antimony that describes ordinary differential equations with events, made of submodels and imported files.
 *
 * Tokens of other Antimony constructs are recognised so that the reader can name them when it turns them down.
 * Operator chains are flat lists, not left recursion: the depth of a parse tree then depends on brackets only.
 */
grammar Antimony;

file : (separator | importedFile | function | model)* EOF ;

separator : NEWLINE | SEMICOLON ;

importedFile : IMPORT TEXT ;

function : FUNCTION NAME OPEN (NAME (COMMA NAME)*)? CLOSE separator* expression separator* END ;

model : MODEL TIMES? NAME (OPEN (NAME (COMMA NAME)*)? CLOSE)? (separator | statement separator)* END ;

statement
    : qualifier+ declared (COMMA declared)*     # declaration
    | UNIT NAME (EQUALS expression)?            # unitDefinition
    | path IS TEXT                              # displayName
    | path IS expression                        # synonym
    | path TIMES path IS path                   # convertedSynonym
    | NAME COLON NAME OPEN (expression (COMMA expression)*)? CLOSE option*  # submodel
    | (NAME COLON)? AT expression (AFTER expression)? option* COLON NEWLINE* change ((COMMA | COLON) NEWLINE* change)*  # event
    | NAME COLON expression?                    # named
    | path NAME TEXT (COMMA TEXT)*              # annotation
    | declared                                  # definition
    | NUMBER EQUALS expression                  # algebraicRule
    | IMPORT TEXT                               # importInside
    | expression                                # constraint
    ;

option : COMMA NAME EQUALS expression ;

change : path EQUALS expression ;

qualifier : VAR | CONST | SPECIES | FORMULA | SUBSTANCE_ONLY ;

declared
    : path                                      # nameOnly
    | path EQUALS expression?                   # initialValue
    | path ASSIGN expression?                   # assignmentRule
    | path PRIME EQUALS expression?             # rateRule
    | path HAS expression                       # unitOfVariable
    ;

path : NAME (DOT NAME)* ;

expression : relation ((AND | OR) relation)* ;
relation   : sum (comparison sum)* ;
comparison : LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL | IS_EQUAL | NOT_EQUAL ;
sum        : product ((PLUS | MINUS) product)* ;
product    : signed ((TIMES | DIVIDE) signed)* ;
signed     : (MINUS | NOT) signed | power ;
power      : atom (POWER exponent)* ;
exponent   : MINUS? atom ;
atom
    : NUMBER NAME?                                          # number
    | NAME OPEN (expression (COMMA expression)*)? CLOSE     # call
    | path                                                  # name
    | OPEN expression CLOSE                                 # brackets
    ;

MODEL : 'model' | 'module' ;
END : 'end' ;
FUNCTION : 'function' ;
UNIT : 'unit' ;
HAS : 'has' ;
IS : 'is' ;
VAR : 'var' ;
CONST : 'const' | 'ext' ;
SPECIES : 'species' ;
FORMULA : 'formula' ;
SUBSTANCE_ONLY : 'substanceOnly' ;

IMPORT : 'import' ;
AT : 'at' ;
AFTER : 'after' ;
DOT : '.' ;
COLON : ':' ;

// Constructs that are recognised and turned down.
COMPARTMENT : 'compartment' ;
IN : 'in' ;
REACTION : 'reaction' ;
GENE : 'gene' ;
OPERATOR : 'operator' ;
DNA : 'DNA' ;
OLD_AT : '@' ;
EVENT : 'event' ;
DELETE : 'delete' ;
CONSTRAINT : 'constraint' ;
OBJECTIVE : 'maximize' | 'minimize' ;
ARROW : '->' | '=>' | '<==>' ;
INTERACTION : '-o' | '-|' ;
STRAND : '--' '-'* ;
ELLIPSIS : '...' ;
BOUNDARY : '$' ;
REMAINDER : '%' ;
VECTOR : '[' | ']' ;
CURLY : '{' | '}' ;
NOTES : '```' ;

ASSIGN : ':=' ;
IS_EQUAL : '==' ;
NOT_EQUAL : '!=' ;
LESS_OR_EQUAL : '<=' ;
GREATER_OR_EQUAL : '>=' ;
LESS : '<' ;
GREATER : '>' ;
EQUALS : '=' ;
PRIME : '\'' ;
AND : '&&' ;
OR : '||' ;
NOT : '!' ;
PLUS : '+' ;
MINUS : '-' ;
TIMES : '*' ;
DIVIDE : '/' ;
POWER : '^' ;
OPEN : '(' ;
CLOSE : ')' ;
COMMA : ',' ;
SEMICOLON : ';' ;

NAME : [A-Za-z_] [A-Za-z_0-9]* ;
NUMBER : ([0-9]+ ('.' [0-9]*)? | '.' [0-9]+) ([eE] [+-]? [0-9]+)? ;
TEXT : '"' ~["\n]* '"' ;
NEWLINE : '\n' ; // the reader has turned \r\n and \r into \n

SPACE : [ \t]+ -> skip ;
CONTINUATION : '\\' ' '* '\n' -> skip ;
LINE_COMMENT : ('//' | '#') ~[\n]* -> skip ;
COMMENT : '/*' .*? '*/' -> skip ;
OPEN_COMMENT : '/*' ;
OPEN_TEXT : '"' ;
OTHER : . ;
