// Package sqlite is what the tests add to FerretDB's backend of the same name, in whose folder it is built: questions that
// name a value are answered by SQLite, which otherwise hands over whole collections. FerretDB still filters what comes, so
// that a condition here may let through too much and must never keep anything back.
package sqlite

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/FerretDB/FerretDB/internal/backends/sqlite/metadata"
	"github.com/FerretDB/FerretDB/internal/handler/sjson"
	"github.com/FerretDB/FerretDB/internal/types"
	"github.com/FerretDB/FerretDB/internal/util/must"
)

// plain are texts that every writer of JSON writes alike; step are names that are a step of a path as they stand.
var (
	plain = regexp.MustCompile(`^[A-Za-z0-9_|.:/@-]+$`)
	step  = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)
)

// narrowed returns the WHERE clause of a filter and its arguments; an empty one where nothing in it helps.
func narrowed(filter *types.Document) (string, []any) {
	conditions, args := equalities(filter)
	if len(conditions) == 0 {
		return "", nil
	}
	return " WHERE " + strings.Join(conditions, " AND "), args
}

// equalities returns a condition for each field that must have one of certain values, here or in a part of $and.
func equalities(filter *types.Document) (conditions []string, args []any) {
	for _, key := range filter.Keys() {
		value := must.NotFail(filter.Get(key))
		if parts, ok := value.(*types.Array); ok && key == "$and" {
			for i := range parts.Len() {
				if part, ok := must.NotFail(parts.Get(i)).(*types.Document); ok {
					of, with := equalities(part)
					conditions, args = append(conditions, of...), append(args, with...)
				}
			}
			continue
		}
		wanted := valuesOf(value)
		if len(wanted) == 0 || !step.MatchString(key) {
			continue
		}
		for _, one := range wanted {
			args = append(args, string(must.NotFail(sjson.MarshalSingleValue(one))))
		}
		places := strings.Repeat(", ?", len(wanted))[2:]
		if key == "_id" {
			conditions = append(conditions, fmt.Sprintf("%s IN (%s)", metadata.IDColumn, places))
		} else {
			field := fmt.Sprintf(`%s->'$.%q'`, metadata.DefaultColumn, key)
			// A list has the value when one of its members has it
			conditions = append(conditions, fmt.Sprintf(`(%[1]s IN (%[2]s) OR %[1]s LIKE '[%%')`, field, places))
		}
	}
	return conditions, args
}

// valuesOf returns what a condition wants a field to be, where all of that are plain texts, ids, true or false; or nothing.
func valuesOf(condition any) []any {
	switch condition := condition.(type) {
	case types.ObjectID, bool:
		return []any{condition}
	case string:
		if plain.MatchString(condition) {
			return []any{condition}
		}
	case *types.Document:
		if value, err := condition.Get("$eq"); err == nil {
			return valuesOf(value)
		}
		if values, err := condition.Get("$in"); err == nil {
			return eachOf(values)
		}
	}
	return nil
}

// eachOf returns the members of a list of plain values, unless there are more than SQLite takes; or nothing.
func eachOf(values any) (each []any) {
	list, ok := values.(*types.Array)
	if !ok || list.Len() > 500 {
		return nil
	}
	for i := range list.Len() {
		value := must.NotFail(list.Get(i))
		if _, isDocument := value.(*types.Document); isDocument {
			return nil
		}
		one := valuesOf(value)
		if one == nil {
			return nil
		}
		each = append(each, one...)
	}
	return each
}
